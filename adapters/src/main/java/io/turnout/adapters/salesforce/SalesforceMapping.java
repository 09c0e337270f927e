package io.turnout.adapters.salesforce;

/// How an org names what Turnout reads and keeps there.
public record SalesforceMapping(
        AttendeeMapping attendee, EventMapping event, ItemMapping item, SessionMapping session) {
    /// The names of our own package.
    public static final SalesforceMapping USUAL = Mappings.shippedMapping(Mappings.DEFAULT);

    /// The same but for attendees.
    public SalesforceMapping withAttendee(AttendeeMapping other) {
        return new SalesforceMapping(other, event, item, session);
    }
}
