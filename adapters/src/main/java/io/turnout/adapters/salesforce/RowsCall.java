package io.turnout.adapters.salesforce;

import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One collections call and what its answer means, row by row or as a whole. `key` is the field
/// that holds our own key, empty where rows are found by record id.
record RowsCall(SalesforceConnection connection, CallKind kind, int rows, String key) {
    private static final Logger LOG = LoggerFactory.getLogger(RowsCall.class);

    Receipt send(OrgCalls calls, Function<URI, HttpUriRequestBase> request) {
        return send(calls, request, this::answered);
    }

    /// `answered` reads what was said where the call as a whole was not refused.
    Receipt send(
            OrgCalls calls,
            Function<URI, HttpUriRequestBase> request,
            Function<Reply.Said, Receipt> answered) {
        return switch (calls.send(connection, kind, request)) {
            case Reply.Said said when said.isOk() -> answered.apply(said);
            case Reply.Said said -> refused(said);
            case Reply.Silent(var why) -> failed(new Receipt.Away(why), "NO_ANSWER");
            case Reply.Denied(var why) -> failed(new Receipt.Barred(why), "NO_LOGIN");
            case Reply.Unaffordable(var why) -> new Receipt.Unaffordable(why);
        };
    }

    /// A part of a larger call, which has a status of its own.
    Receipt read(Reply.Said said) {
        return said.isOk() ? answered(said) : refused(said);
    }

    private Receipt answered(Reply.Said said) {
        Optional<RowResults> results =
                said.json().flatMap(json -> RowResults.read(json, rows, key));
        if (results.isEmpty()) {
            return unreadable("not one answer per row");
        }
        Receipt receipt = results.get().receipt();
        return receipt instanceof Receipt.Answered
                ? receipt
                : failed(receipt, results.get().code());
    }

    private Receipt refused(Reply.Said said) {
        return SalesforceError.ofCall(said)
                .map(error -> failed(CallRules.receipt(said.status(), error), error.code()))
                .orElseGet(() -> unreadable("HTTP " + said.status() + " without an error"));
    }

    private Receipt unreadable(String why) {
        return failed(new Receipt.Away(why), why);
    }

    private Receipt failed(Receipt receipt, String code) {
        return failed(connection.org(), receipt, code, rows);
    }

    static Receipt failed(OrgId org, Receipt receipt, String code, int rows) {
        LOG.warn(
                "a call to Salesforce failed: org {}, {}, {}, {} rows",
                org,
                receipt.getClass().getSimpleName(),
                code,
                rows);
        return receipt;
    }
}
