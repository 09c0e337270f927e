package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.cloud.CloudContract.Fault;
import io.turnout.application.contract.Ids;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyManagement.Standing;
import io.turnout.application.privacy.KeyManagementContract;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

@NeedsMoto
class KmsKeyManagementTest extends KeyManagementContract {
    private final KmsClient kms = AwsTrial.place().client(KmsClient.builder());
    private final String current = key();
    private final String older = key();
    private final Name name = new Name(Ids.org(), Purpose.SEAL, 1);

    private String key() {
        return kms.createKey().keyMetadata().arn();
    }

    @AfterEach
    void heal() {
        Moto.proxy().heal();
    }

    @Override
    protected KeyManagement keyManagement() {
        return new KmsKeyManagement(kms, current, List.of(), List.of(older));
    }

    @Test
    void what_is_under_an_older_key_is_wrapped_anew_inside_kms() {
        byte[] wrapped = new KmsKeyManagement(kms, older, List.of(), List.of()).fresh(name);
        byte[] open = keyManagement().unwrap(name, wrapped);
        Moto.proxy().asked().clear();

        byte[] anew = keyManagement().rewrap(name, wrapped);

        assertThat(keyManagement().master(wrapped).standing()).isEqualTo(Standing.OLDER);
        assertThat(keyManagement().master(anew).standing()).isEqualTo(Standing.CURRENT);
        assertThat(Moto.proxy().asked()).containsExactly("TrentService.ReEncrypt");
        assertThat(keyManagement().unwrap(name, anew)).isEqualTo(open);
    }

    @Test
    void kms_itself_refuses_another_context() {
        byte[] wrapped = keyManagement().fresh(name);
        byte[] closed =
                Arrays.copyOfRange(
                        wrapped,
                        3 + current.getBytes(StandardCharsets.UTF_8).length,
                        wrapped.length);

        assertThatThrownBy(
                        () ->
                                kms.decrypt(
                                        one -> one.ciphertextBlob(SdkBytes.fromByteArray(closed))))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void a_key_that_is_not_named_here_opens_nothing() {
        byte[] wrapped = new KmsKeyManagement(kms, key(), List.of(), List.of()).fresh(name);

        assertThat(keyManagement().master(wrapped).standing()).isEqualTo(Standing.MISSING);
        assertThatThrownBy(() -> keyManagement().unwrap(name, wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_denied_is_not_waited_for() {
        Moto.proxy().strike(Fault.DENIED);
        assertThatThrownBy(() -> keyManagement().fresh(name))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoever_is_away_or_has_no_time_may_be_waited_for() {
        byte[] wrapped = keyManagement().fresh(name);

        for (Fault fault : List.of(Fault.UNREACHABLE, Fault.THROTTLED)) {
            Moto.proxy().strike(fault);
            assertThatThrownBy(() -> keyManagement().unwrap(name, wrapped))
                    .as("%s", fault)
                    .isInstanceOf(UncheckedIOException.class);
            Moto.proxy().heal();
        }
        assertThat(keyManagement().unwrap(name, wrapped)).hasSize(32);
    }
}
