package io.turnout.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every source of manage tokens promises.
public abstract class ManageTokensContract {
    private final UUID subject = UUID.randomUUID();
    private ManageTokens tokens;
    private OrgId org;

    protected abstract ManageTokens tokens();

    /// An org that has a token key, or can have one.
    protected OrgId org() {
        return Ids.org();
    }

    @BeforeEach
    void open() {
        tokens = tokens();
        org = org();
    }

    @Test
    void a_token_is_always_the_same_and_fit_for_a_url() {
        String token = tokens.of(org, subject);

        assertThat(token).isEqualTo(tokens.of(org, subject)).matches("[A-Za-z0-9_.~-]+");
        assertThat(tokens.matches(org, subject, token)).isTrue();
    }

    @Test
    void a_token_serves_one_subject_of_one_org() {
        String token = tokens.of(org, subject);
        OrgId other = org();

        assertThat(tokens.matches(org, UUID.randomUUID(), token)).isFalse();
        assertThat(tokens.matches(other, subject, token)).isFalse();
        assertThat(tokens.of(other, subject)).isNotEqualTo(token);
    }

    @Test
    void what_is_no_token_matches_nothing() {
        String token = tokens.of(org, subject);

        for (String wrong : new String[] {"", " ", "é", token + "A", token.substring(1)}) {
            assertThat(tokens.matches(org, subject, wrong)).as(wrong).isFalse();
        }
    }
}
