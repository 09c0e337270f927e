/** The vendor's own org only: which licences changed, for Turnout to read. */
trigger TurnoutLicenseTrigger on License__c(
    after insert,
    after update,
    after delete,
    after undelete
) {
    Set<Id> changed = (Trigger.isDelete ? Trigger.oldMap : Trigger.newMap).keySet();
    TurnoutNudge.send(TurnoutMessage.about(TurnoutMessage.LICENSE_CHANGED, changed));
}
