package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void without_options_everything_is_where_it_usually_is() {
        assertThat(DemoOptions.read())
                .isInstanceOfSatisfying(
                        DemoOptions.Chosen.class,
                        chosen -> {
                            assertThat(chosen.options().port(DemoAddress.APPLICATION))
                                    .isEqualTo(8080);
                            assertThat(chosen.options().data())
                                    .isEqualTo(
                                            Path.of(System.getProperty("user.home"), ".turnout"));
                        });
    }

    @Test
    void each_port_can_be_set() {
        for (DemoAddress port : DemoAddress.values()) {
            assertThat(DemoOptions.read(port.option(), "4711"))
                    .isInstanceOfSatisfying(
                            DemoOptions.Chosen.class,
                            chosen -> assertThat(chosen.options().port(port)).isEqualTo(4711));
        }
    }

    @Test
    void what_is_not_an_option_is_named() {
        assertThat(DemoOptions.read("--colour", "blue"))
                .isEqualTo(new DemoOptions.Wrong("there is no option --colour"));
        assertThat(DemoOptions.read("--port"))
                .isEqualTo(new DemoOptions.Wrong("--port needs a value"));
        assertThat(DemoOptions.read("--port", "65536"))
                .isEqualTo(new DemoOptions.Wrong("--port is a port from 1 to 65535"));
    }

    @Test
    void the_usage_names_every_option() {
        assertThat(DemoOptions.read("--help")).isEqualTo(new DemoOptions.Help());
        for (DemoAddress port : DemoAddress.values()) {
            assertThat(DemoOptions.USAGE)
                    .contains(port.option() + " ")
                    .contains("(" + port.usual() + ")");
        }
    }
}
