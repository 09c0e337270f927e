package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.cloud.Identity;
import io.turnout.domain.cloud.StoreAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HerokuPlacesTest {
    @Test
    void a_database_url_is_an_address_and_a_login() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ada:p%40ss%2Fw+%25@db.example:5433/d1");

        assertThat(url.address()).isEqualTo("jdbc:postgresql://db.example:5433/d1");
        assertThat(url.login().user()).isEqualTo("ada");
        assertThat(url.login().password()).isEqualTo("p@ss/w+%");
        assertThat(DatabaseUrl.parse("postgres://a:b@h/d").address())
                .isEqualTo("jdbc:postgresql://h:5432/d");
    }

    @Test
    void what_is_none_is_refused_and_not_repeated() {
        for (String wrong :
                new String[] {"secret", "mysql://a:secret@h/d", "postgres://h/d", "%"}) {
            assertThatThrownBy(() -> DatabaseUrl.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void a_dyno_that_knows_its_id_has_that_and_another_its_boot() {
        Map<String, String> metadata =
                Map.of(
                        "DYNO", "web.1",
                        "HEROKU_DYNO_ID", "01234567-89ab-cdef-0123-456789abcdef",
                        "HEROKU_RELEASE_VERSION", "v12");

        assertThat(new HerokuInstanceIdentity(metadata, "b00t").self())
                .isEqualTo(
                        new Identity("01234567-89ab-cdef-0123-456789abcdef", Optional.of("v12")));
        assertThat(new HerokuInstanceIdentity(Map.of("DYNO", "web.1"), "b00t").self())
                .isEqualTo(new Identity("web.1-b00t", Optional.empty()));
    }

    @Test
    void a_store_is_encrypted_and_its_certificate_is_not_asked_for() {
        URI url = URI.create("rediss://:secret@store.example:6380");

        assertThat(new HerokuSessionStore(url).address().trust()).isEqualTo(StoreAddress.Trust.ANY);
        assertThatThrownBy(
                        () -> new HerokuSessionStore(URI.create("redis://:x@store.example:6379")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
