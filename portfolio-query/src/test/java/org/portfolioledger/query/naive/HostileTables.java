package org.portfolioledger.query.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;
import org.portfolioledger.standard.DataSources;
import org.portfolioledger.vocabulary.Provenance;

/** Makes tables of data standards that read every path there is, some of them in a form that no value has. */
final class HostileTables {

    private static final int MOST_ATTRIBUTES = 6;

    private final Random random;

    private HostileTables(Random random) {
        this.random = random;
    }

    static void addTo(
            Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers,
            Random random,
            Supplier<Provenance> on) {
        HostileTables tables = new HostileTables(random);
        makers.put(
                DataStandardDefined.class,
                id -> new DataStandardDefined(
                        id, 1 + random.nextInt(3), "Tables " + random.nextInt(3), tables.some(id), on.get()));
    }

    private List<DataEntityTable> some(String register) {
        return shuffled(Stream.of(DataEntity.values()))
                .limit(1 + random.nextInt(DataEntity.values().length))
                .map(entity -> new DataEntityTable(entity, random.nextBoolean(), attributes(entity, register)))
                .toList();
    }

    private List<DataAttribute> attributes(DataEntity entity, String register) {
        return shuffled(DataSources.paths().stream().filter(path -> path.entity() == entity))
                .limit(1 + random.nextInt(MOST_ATTRIBUTES))
                .map(path -> attribute(keyed(path.path(), register), random.nextInt(5)))
                .toList();
    }

    private String keyed(String path, String register) {
        if (path.startsWith("measures")) return path.replace("*", "ME-" + register + "-" + random.nextInt(2));
        String key = path.startsWith("ratings") ? "OVERALL" : path.startsWith("aliases") ? "GMPP" : "value";
        return path.replace("*", key);
    }

    private DataAttribute attribute(String path, int form) {
        return new DataAttribute(
                "Reads " + path,
                random.nextBoolean(),
                path,
                form == 0 ? List.of(DataFormat.values()).get(random.nextInt(DataFormat.values().length)) : null,
                form == 1 ? List.of("GREEN", "name 1", "Name 2") : List.of(),
                form == 2 ? 5 : null,
                form == 3 ? 1 + random.nextInt(HostileFacts.DAYS) : null,
                form == 4 ? List.of(UpdateFrequency.values()).get(random.nextInt(2)) : null);
    }

    private <T> Stream<T> shuffled(Stream<T> all) {
        List<T> list = new ArrayList<>(all.toList());
        Collections.shuffle(list, random);
        return list.stream();
    }
}
