package io.turnout.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every vault promises. `hides` is false where it keeps the rules and hides nothing.
public abstract class VaultContract {
    private static final byte[] PLAIN = "zoë@example.org".getBytes(StandardCharsets.UTF_8);

    private Vault vault;
    private OrgId org;
    private OrgId other;
    private Vault.Subject subject;

    protected abstract Vault vault();

    /// Whether its ciphertexts are more than a copy.
    protected abstract boolean hides();

    /// An org whose keys the vault can have.
    protected OrgId org() {
        return Ids.org();
    }

    @BeforeEach
    void open() {
        vault = vault();
        org = org();
        other = org();
        subject = new Vault.Subject(org, "attendee", UUID.randomUUID(), "person");
    }

    @Test
    void what_was_sealed_opens_for_its_subject() {
        assertThat(vault.open(subject, vault.seal(subject, PLAIN))).isEqualTo(PLAIN);
        assertThat(vault.open(subject, vault.seal(subject, new byte[0]))).isEmpty();
    }

    @Test
    void it_opens_for_no_other_subject() {
        Vault.Sealed sealed = vault.seal(subject, PLAIN);
        UUID record = subject.record();

        for (Vault.Subject wrong :
                List.of(
                        new Vault.Subject(other, "attendee", record, "person"),
                        new Vault.Subject(org, "link", record, "person"),
                        new Vault.Subject(org, "attendee", UUID.randomUUID(), "person"),
                        new Vault.Subject(org, "attendee", record, "reason"))) {
            assertThatThrownBy(() -> vault.open(wrong, sealed))
                    .as("%s", wrong)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void what_was_changed_does_not_open() {
        Vault.Sealed sealed = vault.seal(subject, PLAIN);
        byte[] key = sealed.wrappedKey().clone();
        key[key.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(subject, new Vault.Sealed(sealed.ciphertext(), key)))
                .isInstanceOf(IllegalStateException.class);
        if (hides()) {
            byte[] text = sealed.ciphertext().clone();
            text[text.length - 1] ^= 1;
            assertThatThrownBy(
                            () -> vault.open(subject, new Vault.Sealed(text, sealed.wrappedKey())))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void every_seal_is_a_fresh_one() {
        Vault.Sealed one = vault.seal(subject, PLAIN);
        Vault.Sealed two = vault.seal(subject, PLAIN);

        if (hides()) {
            assertThat(one.ciphertext()).isNotEqualTo(two.ciphertext()).isNotEqualTo(PLAIN);
            assertThat(one.wrappedKey()).isNotEqualTo(two.wrappedKey());
        }
        assertThat(vault.open(subject, one)).isEqualTo(vault.open(subject, two));
    }

    @Test
    void a_digest_is_the_same_only_for_the_same_text_of_the_same_use_in_the_same_org() {
        byte[] digest = vault.digest(org, Vault.Use.EMAIL, "zoë@example.org");

        assertThat(digest).hasSize(32);
        assertThat(vault.digest(org, Vault.Use.EMAIL, "zoë@example.org")).isEqualTo(digest);
        assertThat(
                        Stream.of(
                                vault.digest(org, Vault.Use.EMAIL, "zoe@example.org"),
                                vault.digest(org, Vault.Use.REQUEST, "zoë@example.org"),
                                vault.digest(org, Vault.Use.IDEMPOTENCY_KEY, "zoë@example.org"),
                                vault.digest(other, Vault.Use.EMAIL, "zoë@example.org")))
                .allSatisfy(unlike -> assertThat(unlike).hasSize(32).isNotEqualTo(digest));
    }
}
