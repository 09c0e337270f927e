package io.turnout.domain.event;

import java.math.BigDecimal;

/// What an attendee can choose at an event. The price is shown, not charged: the org's Salesforce
/// says in which currency.
public record EventItem(ItemId id, String name, BigDecimal price) {
    public EventItem {
        if (name.isBlank() || price.signum() < 0) {
            throw new IllegalArgumentException("an item has a name and a price of zero or more");
        }
    }
}
