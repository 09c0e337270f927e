trigger TurnoutSessionTrigger on Session__c(
    after insert,
    after update,
    after delete,
    after undelete
) {
    TurnoutChanges.ofSessions(Trigger.oldMap, Trigger.newMap);
}
