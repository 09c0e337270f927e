package io.turnout.adapters.http.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
    private static boolean holds(String range, String address) {
        return AddressRange.of(range).holds(AddressRange.address(address).orElseThrow());
    }

    @Test
    void a_range_ends_at_its_last_bit() {
        assertThat(holds("10.0.0.0/9", "10.127.255.255")).isTrue();
        assertThat(holds("10.0.0.0/9", "10.128.0.0")).isFalse();
        assertThat(holds("2001:db8::/33", "2001:db8:7fff::1")).isTrue();
        assertThat(holds("2001:db8::/33", "2001:db8:8000::1")).isFalse();
        assertThat(holds("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(holds("192.0.2.7", "192.0.2.6")).isFalse();
        assertThat(holds("0.0.0.0/0", "2001:db8::1")).isFalse();
    }

    @Test
    void what_is_no_range_is_refused() {
        for (String text :
                List.of("", "proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1")) {
            assertThatThrownBy(() -> AddressRange.of(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
