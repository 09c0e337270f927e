package io.turnout.application.memory;

import io.turnout.application.setting.SettingProbes;
import io.turnout.domain.setting.Flaw;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Whatever is named answers, unless it was said to be away.
public final class MemorySettingProbes implements SettingProbes {
    private final Set<String> away = ConcurrentHashMap.newKeySet();

    /// From now on nobody answers at this value.
    public void goesAway(String value) {
        away.add(value);
    }

    @Override
    public List<Flaw> probe(Map<String, String> values, Set<String> changed) {
        return changed.stream()
                .filter(name -> away.contains(values.getOrDefault(name, "")))
                .map(name -> new Flaw(name, "does not answer"))
                .toList();
    }
}
