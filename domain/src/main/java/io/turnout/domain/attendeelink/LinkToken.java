package io.turnout.domain.attendeelink;

/// What opens a link, as it stands in an address: whoever has it is taken for the one invited. Made
/// anew whenever it is needed and stored nowhere. Never printed.
public record LinkToken(String value) {
    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
