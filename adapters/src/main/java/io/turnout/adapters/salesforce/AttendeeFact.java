package io.turnout.adapters.salesforce;

/// What Turnout knows of an attendee and a field in Salesforce can hold.
public enum AttendeeFact {
    EVENT,
    ITEM,
    EMAIL,
    NAME,
    TITLE,
    COMPANY,
    STATUS,
    SESSIONS
}
