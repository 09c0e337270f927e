package io.turnout.adapters.tink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.turnout.application.contract.Ids;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyManagement.Standing;
import io.turnout.application.privacy.KeyManagementContract;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalKeyManagementTest extends KeyManagementContract {
    private static final byte[] KEY = master(7);

    private final Name name = new Name(Ids.org(), Purpose.SEAL, 1);

    @Override
    protected KeyManagement keyManagement() {
        return new LocalKeyManagement(new byte[32]);
    }

    private static byte[] master(int content) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) content);
        return key;
    }

    @Test
    void any_of_several_keys_opens_and_it_is_known_which() {
        byte[] one = new LocalKeyManagement(master(1)).wrap(name, KEY);
        byte[] two = new LocalKeyManagement(master(2)).wrap(name, KEY);
        byte[] three = new LocalKeyManagement(master(3)).wrap(name, KEY);
        KeyManagement both =
                new LocalKeyManagement(master(2), List.of(master(3)), List.of(master(1)));

        for (byte[] wrapped : List.of(one, two, three, both.wrap(name, KEY))) {
            assertThat(both.unwrap(name, wrapped)).isEqualTo(KEY);
        }

        assertThat(both.master(one).standing()).isEqualTo(Standing.OLDER);
        assertThat(both.master(two).standing()).isEqualTo(Standing.CURRENT);
        assertThat(both.master(three).standing()).isEqualTo(Standing.NEXT);
        assertThat(both.master(both.wrap(name, KEY))).isEqualTo(both.master(two));
        assertThat(both.master(two).name()).isNotEqualTo(both.master(one).name());
    }

    @Test
    void a_missing_key_is_named_and_nothing_opens_without_it() {
        byte[] wrapped = new LocalKeyManagement(master(1)).wrap(name, KEY);
        KeyManagement other = new LocalKeyManagement(master(2));

        assertThat(other.master(wrapped).standing()).isEqualTo(Standing.MISSING);
        assertThatThrownBy(() -> other.unwrap(name, wrapped))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(other.master(wrapped).name());
    }

    @Test
    void what_was_wrapped_before_master_keys_had_names_opens_and_is_to_be_wrapped_anew()
            throws Exception {
        byte[] place = ("1|" + name.org() + "|org_key").getBytes(StandardCharsets.UTF_8);
        byte[] wrapped = new AesGcmJce(master(1)).encrypt(KEY, place);
        KeyManagement both = new LocalKeyManagement(master(2), List.of(), List.of(master(1)));

        assertThat(both.unwrap(name, wrapped)).isEqualTo(KEY);
        assertThat(both.master(wrapped).standing()).isEqualTo(Standing.OLDER);
        assertThatThrownBy(() -> both.unwrap(new Name(Ids.org(), Purpose.SEAL, 1), wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_no_master_key_is_refused() {
        assertThatThrownBy(() -> new LocalKeyManagement(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LocalKeyManagement(master(1), List.of(master(1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }
}
