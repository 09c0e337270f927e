trigger TurnoutEventTrigger on Event__c(after insert, after update, after delete, after undelete) {
    TurnoutChanges.ofEvents(Trigger.oldMap, Trigger.newMap);
}
