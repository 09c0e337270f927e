package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.SessionStore;
import io.turnout.application.cloud.SessionStoreContract;
import io.turnout.domain.cloud.StoreAddress;
import org.junit.jupiter.api.Test;

class ElastiCacheSessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore store() {
        return new ElastiCacheSessionStore("store.example", 6379, "t/o+k en");
    }

    @Test
    void its_certificate_is_asked_for_and_its_token_survives_the_address() {
        StoreAddress address = store().address();

        assertThat(address.trust()).isEqualTo(StoreAddress.Trust.VERIFIED);
        assertThat(address.url().getUserInfo()).isEqualTo(":t/o+k en");
    }
}
