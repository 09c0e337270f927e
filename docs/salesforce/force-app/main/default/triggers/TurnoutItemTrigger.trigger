trigger TurnoutItemTrigger on Event_Item__c(
    after insert,
    after update,
    after delete,
    after undelete
) {
    TurnoutChanges.ofItems(Trigger.oldMap, Trigger.newMap);
}
