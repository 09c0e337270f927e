package io.turnout.domain.attendeelink;

/// What lets its bearer bring the rows of one upload, and see what became of them. Made anew
/// whenever it is needed and stored nowhere. Never printed.
public record UploadTicket(String value) {
    @Override
    public String toString() {
        return "UploadTicket[…]";
    }
}
