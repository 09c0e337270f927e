package io.turnout.domain.event;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What an attendee can choose at an event. The price is shown, not charged: the org's Salesforce
/// says in which currency. It has two decimals.
public record EventItem(ItemId id, String name, BigDecimal price) {
    private static final int DECIMALS = 2;

    public EventItem {
        price = price.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        if (name.isBlank() || price.signum() < 0) {
            throw new IllegalArgumentException("an item has a name and a price of zero or more");
        }
    }
}
