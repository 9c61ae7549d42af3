package org.portfolioledger.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file: its services, and what in them would be unsafe. */
public record ComposeFile(Map<String, Map<String, Object>> services) {

    private static final Pattern PINNED = Pattern.compile(".+(:\\d+\\.\\d+[\\w.-]*|@sha256:[0-9a-f]{64})");
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");
    private static final String THIS_MACHINE = "${PUBLISH_ON:-127.0.0.1}:";
    private static final String PASSWORD = "PASSWORD";
    private static final String OWNER = "portfolio_owner";
    private static final String USER = "SPRING_DATASOURCE_USERNAME";

    @SuppressWarnings("unchecked")
    public static ComposeFile of(String text) {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new ComposeFile(file.getOrDefault("services", Map.of()));
    }

    /** What is wrong with it, each as a sentence that names the service; empty if nothing is. */
    List<String> faults() {
        return services.entrySet().stream()
                .flatMap(service -> faults(service.getKey(), service.getValue()))
                .toList();
    }

    private Stream<String> faults(String name, Map<String, Object> service) {
        List<String> faults = new ArrayList<>();
        Map<?, ?> environment = map(service, "environment");
        if (!PINNED.matcher(text(service, "image")).matches()) faults.add("has an image of no exact version");
        if (!migrates(name) && !service.containsKey("healthcheck")) faults.add("has no healthcheck");
        if (migrates(name) != OWNER.equals(environment.get(USER)))
            faults.add("migrates as another, or serves as the owner");
        if (isHalf(service) && !environment.containsKey(USER)) faults.add("names no user of the database");
        if ("postgres".equals(environment.get(USER))) faults.add("signs in as the superuser");
        if (isHalf(service) && environment.containsValue("${SUPERUSER_PASSWORD:?set SUPERUSER_PASSWORD}"))
            faults.add("knows the superuser's password");
        environment.forEach((variable, value) -> {
            if (variable.toString().contains(PASSWORD)
                    && !WITHOUT_DEFAULT.matcher(value.toString()).matches())
                faults.add("has a password that is written down or has a default: " + variable);
        });
        list(service, "ports").stream()
                .filter(port -> !port.startsWith(THIS_MACHINE))
                .forEach(port -> faults.add("publishes beyond this machine: " + port));
        if (isHalf(service)) faults.addAll(waits(service));
        return faults.stream().map(fault -> name + " " + fault);
    }

    private List<String> waits(Map<String, Object> service) {
        Map<?, ?> conditions = map(service, "depends_on");
        if (conditions.isEmpty()) return List.of("waits for nothing");
        return conditions.entrySet().stream()
                .filter(other ->
                        !condition(other.getKey().toString()).equals(((Map<?, ?>) other.getValue()).get("condition")))
                .map(other -> "does not wait until this is done or healthy: " + other.getKey())
                .toList();
    }

    private String condition(String other) {
        return migrates(other) ? "service_completed_successfully" : "service_healthy";
    }

    /** Whether a service migrates and ends. */
    private boolean migrates(String service) {
        return arguments(service).contains("--migrate");
    }

    private static boolean isHalf(Map<String, Object> service) {
        return service.containsKey("command");
    }

    private Map<String, Object> service(String name) {
        return services.getOrDefault(name, Map.of());
    }

    /** What a service's application is started with. */
    public List<String> arguments(String service) {
        List<String> command = list(service(service), "command");
        return command.subList(Math.min(3, command.size()), command.size());
    }

    /** The user as whom a service signs in to the database. */
    public String user(String service) {
        return String.valueOf(map(service(service), "environment").get(USER));
    }

    /** Files and folders of the checkout that are mounted. */
    List<String> mounted() {
        return services.values().stream()
                .flatMap(service -> list(service, "volumes").stream())
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(2, volume.indexOf(':')))
                .distinct()
                .toList();
    }

    private static String text(Map<String, Object> service, String member) {
        return String.valueOf(service.get(member));
    }

    private static Map<?, ?> map(Map<String, Object> service, String member) {
        return service.get(member) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> list(Map<String, Object> service, String member) {
        return service.get(member) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
