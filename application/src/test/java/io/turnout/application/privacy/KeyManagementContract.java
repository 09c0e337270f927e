package io.turnout.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What every key management promises.
public abstract class KeyManagementContract {
    private static final byte[] KEY =
            "32 bytes that are a key of an or".getBytes(StandardCharsets.UTF_8);

    private final OrgId org = Ids.org();

    protected abstract KeyManagement keyManagement();

    @Test
    void what_was_wrapped_for_an_org_is_unwrapped_for_it() {
        KeyManagement management = keyManagement();

        byte[] wrapped = management.wrap(org, KEY);

        assertThat(wrapped).isNotEqualTo(KEY);
        assertThat(management.unwrap(org, wrapped)).isEqualTo(KEY);
    }

    @Test
    void it_is_unwrapped_for_no_other_org() {
        KeyManagement management = keyManagement();
        byte[] wrapped = management.wrap(org, KEY);

        assertThatThrownBy(() -> management.unwrap(Ids.org(), wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_changed_is_not_unwrapped() {
        KeyManagement management = keyManagement();
        byte[] wrapped = management.wrap(org, KEY);
        wrapped[0] ^= 1;

        assertThatThrownBy(() -> management.unwrap(org, wrapped))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> management.unwrap(org, new byte[0]))
                .isInstanceOf(IllegalStateException.class);
    }
}
