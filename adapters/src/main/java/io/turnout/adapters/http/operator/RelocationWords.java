package io.turnout.adapters.http.operator;

import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Stay;

/// What an operator is told of a move: what is going on, and what can be done.
final class RelocationWords {
    private RelocationWords() {}

    static String of(Phase phase) {
        return switch (phase) {
            case COPYING -> "Its rows are copied while it goes on selling.";
            case VERIFYING -> "All rows of both stacks are compared.";
            case QUIESCING -> "Calls to its Salesforce end; registrations go on.";
            case FREEZING -> "Whoever writes waits for a moment: the last rows go over.";
            case SWITCHED -> "It is at home at the other stack.";
        };
    }

    static String of(Stay why, String detail) {
        String where = detail.isEmpty() ? "" : " (" + detail + ")";
        String what =
                switch (why) {
                    case NOT_AT_HOME ->
                            "The organisation is not at home at the stack it was to leave";
                    case CONTRADICTED ->
                            "The other stack believes that the organisation is at home there, or"
                                    + " knows of a later move; compare org_home of both";
                    case SHAPES_DIFFER ->
                            "The tables of the two stacks differ; bring both to the same release";
                    case REPLACED -> "Another mover took over";
                    case IN_THE_WAY ->
                            "The other stack has something that must be there once, such as the"
                                    + " same host for another organisation; remove it there";
                    case GATE_BUSY -> "There was always somebody writing; try again later";
                    case TOO_BUSY -> "So much is written that copying does not catch up; try later";
                    case OUTBOUND_BUSY ->
                            "A call to the organisation's Salesforce did not end in time; try"
                                    + " again";
                    case ROWS_DIFFER ->
                            "Rows differed that should not have; do not try again before it is"
                                    + " known why";
                    case STOPPED -> "Somebody stopped it";
                };
        return what + where + ". Nothing has changed for anybody.";
    }
}
