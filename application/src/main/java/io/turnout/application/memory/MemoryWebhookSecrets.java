package io.turnout.application.memory;

import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Secrets of webhooks, in memory.
public final class MemoryWebhookSecrets implements WebhookSecrets {
    private final Map<OrgId, List<byte[]>> secrets = new ConcurrentHashMap<>();

    public void keep(OrgId org, List<byte[]> live) {
        secrets.put(org, List.copyOf(live));
    }

    @Override
    public List<byte[]> of(OrgId org) {
        return secrets.getOrDefault(org, List.of());
    }
}
