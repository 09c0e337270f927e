package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.dashboard.PlanEditorPage.Sheet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the buttons of the plan's editor do to its waves, and what is looked at then.
final class PlanButtons {
    private static final Pattern OF_A_WAVE = Pattern.compile("(up|down|remove)-([0-9]{1,2})");

    private PlanButtons() {}

    /// What is none of ours changes nothing.
    static Sheet pressed(TypedPlan typed, String button) {
        Matcher matcher = OF_A_WAVE.matcher(button);
        if (button.equals("add")) {
            TypedPlan more = typed.more();
            return Sheet.of(more, id(more, more.waves().size() - 1, "title"));
        }
        if (!matcher.matches()) {
            return Sheet.of(typed, "");
        }
        int wave = Integer.parseInt(matcher.group(2));
        return switch (matcher.group(1)) {
            case "up" -> moved(typed.swapped(wave - 1), wave - 1, "up");
            case "down" -> moved(typed.swapped(wave), wave + 1, "down");
            default -> Sheet.of(typed.without(wave), "add-wave");
        };
    }

    /// The focus goes with the wave, to the other button where there is nowhere to go on to.
    private static Sheet moved(TypedPlan typed, int wave, String way) {
        boolean first = wave <= 0;
        boolean last = wave >= typed.waves().size() - 1;
        String next = way.equals("up") && first ? "down" : way.equals("down") && last ? "up" : way;
        return Sheet.of(typed, id(typed, Math.clamp(wave, 0, typed.waves().size() - 1), next));
    }

    private static String id(TypedPlan typed, int wave, String what) {
        return typed.waves().isEmpty()
                ? "add-wave"
                : typed.waves().get(wave).get("key") + "-" + what;
    }
}
