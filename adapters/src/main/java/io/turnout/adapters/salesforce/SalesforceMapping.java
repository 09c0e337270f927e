package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.AttendeeFact.COMPANY;
import static io.turnout.adapters.salesforce.AttendeeFact.EMAIL;
import static io.turnout.adapters.salesforce.AttendeeFact.EVENT;
import static io.turnout.adapters.salesforce.AttendeeFact.ITEM;
import static io.turnout.adapters.salesforce.AttendeeFact.NAME;
import static io.turnout.adapters.salesforce.AttendeeFact.SESSIONS;
import static io.turnout.adapters.salesforce.AttendeeFact.STATUS;
import static io.turnout.adapters.salesforce.AttendeeFact.TITLE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How an org names what Turnout reads and keeps there.
public record SalesforceMapping(
        AttendeeMapping attendee, EventMapping event, ItemMapping item, SessionMapping session) {
    private static final Optional<String> CAPACITY = Optional.of("Capacity__c");
    private static final Optional<String> REGISTERED = Optional.of("Registered__c");

    /// The names of our own package.
    public static final SalesforceMapping USUAL =
            new SalesforceMapping(
                    new AttendeeMapping(
                            "Attendee__c",
                            "External_Id__c",
                            Map.of(
                                    EVENT, "Event__c",
                                    ITEM, "Event_Item__c",
                                    EMAIL, "Email__c",
                                    NAME, "Name__c",
                                    TITLE, "Title__c",
                                    COMPANY, "Company__c",
                                    STATUS, "Status__c",
                                    SESSIONS, "Sessions__c"),
                            new AttendeeMapping.Statuses("Registered", "Cancelled")),
                    new EventMapping(
                            "Event__c",
                            "Name",
                            "Starts_At__c",
                            "Ends_At__c",
                            Optional.of("Time_Zone__c"),
                            "Published__c",
                            Set.of(),
                            CAPACITY,
                            REGISTERED),
                    new ItemMapping(
                            "Event_Item__c",
                            "Event__c",
                            "Name",
                            Optional.of("Price__c"),
                            CAPACITY,
                            REGISTERED),
                    new SessionMapping(
                            "Session__c",
                            "Event__c",
                            "Name",
                            "Starts_At__c",
                            "Ends_At__c",
                            CAPACITY,
                            REGISTERED));

    /// The same but for attendees.
    public SalesforceMapping withAttendee(AttendeeMapping other) {
        return new SalesforceMapping(other, event, item, session);
    }
}
