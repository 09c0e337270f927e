package io.turnout.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Ids;
import io.turnout.application.privacy.KeyManagement.Standing;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every key management promises.
public abstract class KeyManagementContract {
    private static final byte[] KEY =
            "32 bytes that are a key of an or".getBytes(StandardCharsets.UTF_8);

    private final OrgId org = Ids.org();
    private final Name name = new Name(org, Purpose.SEAL, 1);

    protected abstract KeyManagement keyManagement();

    @Test
    void what_was_wrapped_under_a_name_is_unwrapped_under_it() {
        KeyManagement management = keyManagement();

        byte[] wrapped = management.wrap(name, KEY);

        assertThat(wrapped).isNotEqualTo(KEY);
        assertThat(management.unwrap(name, wrapped)).isEqualTo(KEY);
    }

    @Test
    void it_is_unwrapped_for_no_other_org_purpose_or_id() {
        KeyManagement management = keyManagement();
        byte[] wrapped = management.wrap(name, KEY);

        for (Name other :
                List.of(
                        new Name(Ids.org(), Purpose.SEAL, 1),
                        new Name(org, Purpose.TOKEN, 1),
                        new Name(org, Purpose.SEAL, 2))) {
            assertThatThrownBy(() -> management.unwrap(other, wrapped))
                    .as("%s", other)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_fresh_key_is_like_no_other() {
        KeyManagement management = keyManagement();

        byte[] one = management.unwrap(name, management.fresh(name));
        byte[] two = management.unwrap(name, management.fresh(name));

        assertThat(one).hasSize(32).isNotEqualTo(two);
    }

    @Test
    void what_wraps_now_is_current() {
        KeyManagement management = keyManagement();

        assertThat(management.master(management.wrap(name, KEY)))
                .isEqualTo(management.master(management.fresh(name)))
                .satisfies(master -> assertThat(master.standing()).isEqualTo(Standing.CURRENT));
    }

    @Test
    void what_is_wrapped_anew_is_the_same_key_under_the_current_one() {
        KeyManagement management = keyManagement();
        byte[] wrapped = management.wrap(name, KEY);

        byte[] anew = management.rewrap(name, wrapped);

        assertThat(management.unwrap(name, anew)).isEqualTo(KEY);
        assertThat(management.master(anew).standing()).isEqualTo(Standing.CURRENT);
        assertThatThrownBy(() -> management.rewrap(new Name(Ids.org(), Purpose.SEAL, 1), wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_changed_is_not_unwrapped() {
        KeyManagement management = keyManagement();
        byte[] wrapped = management.wrap(name, KEY);
        wrapped[0] ^= 1;

        assertThatThrownBy(() -> management.unwrap(name, wrapped))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> management.unwrap(name, new byte[0]))
                .isInstanceOf(IllegalStateException.class);
    }
}
