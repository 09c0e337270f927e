package io.turnout.simulator.schema;

import static io.turnout.simulator.schema.FieldType.BOOLEAN;
import static io.turnout.simulator.schema.FieldType.CURRENCY;
import static io.turnout.simulator.schema.FieldType.DATE;
import static io.turnout.simulator.schema.FieldType.DATETIME;
import static io.turnout.simulator.schema.FieldType.DOUBLE;
import static io.turnout.simulator.schema.FieldType.EMAIL;
import static io.turnout.simulator.schema.FieldType.INT;
import static io.turnout.simulator.schema.FieldType.PHONE;
import static io.turnout.simulator.schema.FieldType.TEXTAREA;
import static io.turnout.simulator.schema.FieldType.URL;
import static io.turnout.simulator.schema.Trait.AUTO_NUMBER;
import static io.turnout.simulator.schema.Trait.EXTERNAL_ID;
import static io.turnout.simulator.schema.Trait.LOCKS_PARENT;
import static io.turnout.simulator.schema.Trait.READ_ONLY;
import static io.turnout.simulator.schema.Trait.REQUIRED;

import java.util.List;

/// What every simulated org is born with: the objects of an event package, and the two that every
/// other client's tests ask for.
public final class StandardObjects {
    private StandardObjects() {}

    public static List<ObjectType> all() {
        return List.of(
                event(),
                eventItem(),
                session(),
                attendee(),
                license(),
                account(),
                contact(),
                user(),
                organization());
    }

    private static ObjectType event() {
        return new ObjectBuilder("Event__c", "a01")
                .text("Name", 80)
                .field("Starts_At__c", DATETIME)
                .field("Ends_At__c", DATETIME)
                .text("Time_Zone__c", 64)
                .field("Published__c", BOOLEAN)
                .field("Capacity__c", DOUBLE)
                .field("Registered__c", DOUBLE)
                .externalId()
                .build();
    }

    private static ObjectType eventItem() {
        return new ObjectBuilder("Event_Item__c", "a02")
                .reference("Event__c", "Event__c", "Event_Items__r", LOCKS_PARENT)
                .text("Name", 80)
                .field("Capacity__c", DOUBLE)
                .field("Registered__c", DOUBLE)
                .field("Price__c", CURRENCY)
                .externalId()
                .build();
    }

    private static ObjectType session() {
        return new ObjectBuilder("Session__c", "a03")
                .reference("Event__c", "Event__c", "Sessions__r", LOCKS_PARENT)
                .text("Name", 80)
                .field("Starts_At__c", DATETIME)
                .field("Ends_At__c", DATETIME)
                .field("Capacity__c", DOUBLE)
                .field("Registered__c", DOUBLE)
                .externalId()
                .build();
    }

    private static ObjectType attendee() {
        return new ObjectBuilder("Attendee__c", "a04")
                .text("Name", 80, AUTO_NUMBER, READ_ONLY)
                .reference("Event__c", "Event__c", "Attendees__r", REQUIRED, LOCKS_PARENT)
                .reference("Event_Item__c", "Event_Item__c", "Attendees__r")
                .field("Email__c", EMAIL)
                .text("Name__c", 255)
                .text("Title__c", 128)
                .text("Company__c", 255)
                .text("Status__c", 40)
                .field("Sessions__c", TEXTAREA)
                .field("Link__c", URL)
                .externalId()
                .build();
    }

    private static ObjectType license() {
        return new ObjectBuilder("License__c", "a05")
                .text("Name", 80, AUTO_NUMBER, READ_ONLY)
                .text("Number__c", 80)
                .text("Status__c", 40)
                .text("Org_Id__c", 18)
                .build();
    }

    private static ObjectType account() {
        return new ObjectBuilder("Account", "001")
                .text("Name", 255, REQUIRED)
                .text("Type", 255)
                .text("Industry", 255)
                .field("Phone", PHONE)
                .field("Website", URL)
                .text("BillingCity", 40)
                .text("BillingCountry", 80)
                .field("AnnualRevenue", CURRENCY)
                .field("NumberOfEmployees", INT)
                .field("Description", TEXTAREA)
                .text("AccountNumber", 40)
                .reference("ParentId", "Account", "ChildAccounts")
                .externalId()
                .build();
    }

    private static ObjectType contact() {
        return new ObjectBuilder("Contact", "003")
                .text("Name", 121, READ_ONLY)
                .text("FirstName", 40)
                .text("LastName", 80, REQUIRED)
                .text("Title", 128)
                .field("Email", EMAIL)
                .field("Phone", PHONE)
                .field("Birthdate", DATE)
                .field("Description", TEXTAREA)
                .field("DoNotCall", BOOLEAN)
                .reference("AccountId", "Account", "Contacts")
                // An external id that is not unique: the way to a 300 Multiple Choices.
                .text("Legacy_Id__c", 40, EXTERNAL_ID)
                .externalId()
                .build();
    }

    private static ObjectType user() {
        return new ObjectBuilder("User", "005")
                .text("Username", 80, READ_ONLY)
                .text("Name", 121, READ_ONLY)
                .field("Email", EMAIL, READ_ONLY)
                .field("IsActive", BOOLEAN, READ_ONLY)
                .build();
    }

    private static ObjectType organization() {
        return new ObjectBuilder("Organization", "00D")
                .text("Name", 80, READ_ONLY)
                .text("OrganizationType", 40, READ_ONLY)
                .text("TimeZoneSidKey", 40, READ_ONLY)
                .field("IsSandbox", BOOLEAN, READ_ONLY)
                .build();
    }
}
