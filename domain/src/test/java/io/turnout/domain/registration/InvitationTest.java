package io.turnout.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.event.EventId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final EventId FAIR = new EventId("a01000000000001");
    private final RegistrationId ada = new RegistrationId(new UUID(0, 1));
    private final RegistrationId grace = new RegistrationId(new UUID(0, 2));

    private static Invitation invitation(int uses, Map<Integer, RegistrationId> taken) {
        return new Invitation(FAIR, uses, new TreeMap<>(taken));
    }

    @Test
    void the_first_free_use_is_next_and_after_the_last_there_is_none() {
        assertThat(invitation(2, Map.of()).free()).contains(1);
        assertThat(invitation(2, Map.of(1, ada)).free()).contains(2);
        assertThat(invitation(2, Map.of(2, ada)).free()).contains(1);
        assertThat(invitation(2, Map.of(1, ada, 2, grace)).free()).isEmpty();
    }

    @Test
    void who_comes_by_it_has_its_next_use() {
        Invitation one = invitation(1, Map.of()).usedBy(ada);

        assertThat(one).isEqualTo(invitation(1, Map.of(1, ada)));
        assertThatThrownBy(() -> one.usedBy(grace)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fewer_uses_than_were_made_let_nobody_else_in() {
        assertThat(invitation(1, Map.of(1, ada, 2, grace)).free()).isEmpty();
    }
}
