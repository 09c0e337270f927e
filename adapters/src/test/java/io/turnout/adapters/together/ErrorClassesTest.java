package io.turnout.adapters.together;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.delivery.Outbox;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each error that Salesforce has for a row, with one row of twenty that it hits: what becomes of
/// that row, and that its neighbours arrive.
class ErrorClassesTest {
    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    private void order(String code, String message) {
        house.salesforce.order(
                """
                {"kind":"validation-rule","object":"Attendee__c","field":"Email__c",
                 "pattern":"(?!guest7@).*","code":"%s","message":"%s"}
                """
                        .formatted(code, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "FIELD_INTEGRITY_EXCEPTION",
                "REQUIRED_FIELD_MISSING",
                "STRING_TOO_LONG",
                "INVALID_EMAIL_ADDRESS",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "MALFORMED_ID",
                "NUMBER_OUTSIDE_VALID_RANGE",
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                "DUPLICATES_DETECTED",
                "DUPLICATE_EXTERNAL_ID",
                "ENTITY_IS_DELETED"
            })
    void poison_is_set_aside_at_once_and_arrives_by_a_replay_when_it_is_mended(String code) {
        order(code, "as ordered");
        house.admit(20);

        house.drain();

        assertThat(house.lane().sent()).isEqualTo(19);
        assertThat(house.desk.showDelivery().show(House.ORG, Optional.empty()).setAside())
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo(code))
                .satisfies(row -> assertThat(row.message()).contains("as ordered"))
                .satisfies(row -> assertThat(row.failures()).isEqualTo(1));
        house.salesforce.mendAll();
        assertThat(house.desk.replaySetAside().replay(House.ORG, Optional.empty())).isEqualTo(1);
        house.drain();
        assertThat(house.salesforce.rows(House.ORG, "Attendee__c")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record",
        "ALL_OR_NONE_OPERATION_ROLLED_BACK, rolled back",
        "INVALID_CROSS_REFERENCE_KEY, invalid cross reference id",
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights",
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AttTrigger: System.NullPointerException",
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AttTrigger: System.LimitException",
        "LIMIT_EXCEEDED, some limit",
        "UNKNOWN_EXCEPTION, ErrorId 17",
        "ENTITY_IS_LOCKED, locked for approval",
        "STORAGE_LIMIT_EXCEEDED, storage limit exceeded",
        "INSUFFICIENT_ACCESS_OR_READONLY, no access",
        "NEVER_HEARD_OF, a code of the future"
    })
    void what_may_pass_waits_alone_and_arrives_by_itself(String code, String message) {
        order(code, message);
        house.admit(20);
        assertThat(house.desk.relayOutbox().relay()).isPresent();
        Outbox.LaneView lane = house.lane();
        assertThat(lane.setAside()).isZero();
        assertThat(lane.waiting()).isEqualTo(1);

        house.salesforce.mendAll();
        house.drain();

        assertThat(house.lane().sent()).isEqualTo(20);
        assertThat(house.salesforce.rows(House.ORG, "Attendee__c")).hasSize(20);
    }

    @Test
    void what_never_passes_is_set_aside_in_the_end_and_says_why() {
        order("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access");
        house.admit(5);
        order("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access");
        house.admit(5);

        house.drain();

        assertThat(house.lane().sent()).isEqualTo(9);
        assertThat(house.desk.showDelivery().show(House.ORG, Optional.empty()).setAside())
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo("UNABLE_TO_LOCK_ROW"))
                .satisfies(row -> assertThat(row.failures()).isEqualTo(10));
    }
}
