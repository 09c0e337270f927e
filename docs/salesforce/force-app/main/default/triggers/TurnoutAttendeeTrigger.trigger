trigger TurnoutAttendeeTrigger on Attendee__c(after insert) {
    TurnoutChanges.ofInvitations(Trigger.new);
}
