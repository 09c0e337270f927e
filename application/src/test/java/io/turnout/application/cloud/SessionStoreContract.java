package io.turnout.application.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.cloud.StoreAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every way to a shared store promises.
public abstract class SessionStoreContract {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    protected abstract SessionStore store();

    @Test
    void it_is_encrypted_unless_it_is_on_this_machine() {
        StoreAddress address = store().address();

        assertThat(
                        address.url().getScheme().equals("rediss")
                                || THIS_MACHINE.contains(address.url().getHost()))
                .isTrue();
    }

    @Test
    void it_says_no_password() {
        StoreAddress address = store().address();
        String user = address.url().getRawUserInfo();

        if (user != null) {
            assertThat(address.toString()).doesNotContain(user);
        }
    }
}
