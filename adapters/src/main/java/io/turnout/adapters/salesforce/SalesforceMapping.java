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

/// How an org names what Turnout keeps there.
public record SalesforceMapping(AttendeeMapping attendee) {
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
                            new AttendeeMapping.Statuses("Registered", "Cancelled")));
}
