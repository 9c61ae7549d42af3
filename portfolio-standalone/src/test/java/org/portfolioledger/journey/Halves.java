package org.portfolioledger.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.access.DirectorySchema;
import org.portfolioledger.command.application.PortfolioCommandApplication;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.command.web.ImportLog;
import org.portfolioledger.http.AccessAuditMigration;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.query.PortfolioQueryApplication;
import org.portfolioledger.query.row.QueryMigration;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both halves, each an application of its own, over one ordinary database; as many of each as a story needs. */
public final class Halves implements AutoCloseable {

    private static final List<String> PEOPLE = List.of(
            "p-office",
            "p-sro1",
            "p-sro2",
            "p-secretary",
            "p-assurance",
            "p-reader",
            "p-migrator",
            "p-operator",
            "p-former");

    /** One of the two applications, and whom it is to the database. */
    enum Half {
        COMMAND(PortfolioCommandApplication.class, "portfolio-command", "portfolio_command"),
        QUERY(PortfolioQueryApplication.class, "portfolio-query", "portfolio_query");

        final Class<?> application;
        private final String config;
        private final String user;

        Half(Class<?> application, String config, String user) {
            this.application = application;
            this.config = config;
            this.user = user;
        }

        /** What it is started with over a database; a setting replaces what it names. */
        List<String> arguments(LedgerDatabase database, List<String> settings) {
            Map<String, Object> properties = new TreeMap<>();
            properties.put("spring.config.name", config);
            properties.put("server.port", "0");
            properties.put("server.address", "127.0.0.1");
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", user);
            // Most stories need few of the connections, and PostgreSQL has a process for each.
            properties.put("spring.datasource.hikari.minimum-idle", "2");
            properties.put("spring.main.banner-mode", "off");
            properties.put("logging.level.root", "warn");
            properties.put("portfolio-ledger.access.issuer", TestIssuer.shared().address());
            for (String setting : settings) {
                properties.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
            }
            return properties.entrySet().stream()
                    .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                    .toList();
        }
    }

    /** Holds what starts have read of classes. */
    private static final DefaultResourceLoader CLASSES = new DefaultResourceLoader();

    private final LedgerDatabase database;
    private final List<ConfigurableApplicationContext> running = new CopyOnWriteArrayList<>();
    private final List<OtherJvm> apart = new ArrayList<>();

    private Halves(LedgerDatabase database) {
        this.database = database;
    }

    /** An empty ledger with its schemas, users and a directory of the demo people; nothing runs yet. */
    public static Halves fresh() {
        return new Halves(Template.EMPTY.copy());
    }

    /** Over a ledger and a directory that are there, to which a place for rows and the users come. */
    static Halves on(LedgerDatabase database) {
        settle(database);
        return new Halves(database);
    }

    /** Made once in a JVM: a copy of it takes a moment. */
    private static final class Template {

        static final LedgerDatabase EMPTY = empty();

        private static LedgerDatabase empty() {
            LedgerDatabase database = LedgerDatabase.fresh();
            DirectorySchema.migrate(database.owner());
            Directory directory = new Directory(database.owner());
            PEOPLE.forEach(person -> directory.add(person, "Name of " + person, null, Directory.By.actor("p-office")));
            settle(database);
            return database;
        }
    }

    private static void settle(LedgerDatabase database) {
        ImportLog.migrate(database.owner());
        QueryMigration.migrate(database.owner());
        AccessDatabase.migrate(database.owner());
        AccessAuditMigration.migrate(database.owner());
        login(database, "portfolio_command", "ledger_appender, directory_writer, access_writer");
        login(database, "portfolio_query", "query_writer, directory_reader, access_reader");
    }

    public LedgerDatabase database() {
        return database;
    }

    /** Starts a command half. */
    public Caller command(String... settings) {
        return start(Half.COMMAND, settings);
    }

    /** Starts a query half. */
    public Caller query(String... settings) {
        return start(Half.QUERY, settings);
    }

    /** Has a half migrate the database as its owner, and end. */
    void migrate(Half half) {
        String[] arguments = Stream.concat(
                        Stream.of("--migrate"),
                        half.arguments(database, List.of("spring.datasource.username=postgres")).stream())
                .toArray(String[]::new);
        switch (half) {
            case COMMAND -> PortfolioCommandApplication.main(arguments);
            case QUERY -> PortfolioQueryApplication.main(arguments);
        }
    }

    /** A part of the half that was started last. */
    public <T> T bean(Class<T> type) {
        return running.getLast().getBean(type);
    }

    /** Starts a query half in a JVM of its own, with options of that JVM besides the settings. */
    public Caller queryApart(List<String> options, String... settings) {
        return apart(Half.QUERY, options, settings);
    }

    /** Starts a half in a JVM of its own. */
    Caller apart(Half half, List<String> options, String... settings) {
        try {
            OtherJvm jvm = OtherJvm.of(
                    half.application,
                    options,
                    half.arguments(
                            database,
                            Stream.concat(
                                            Stream.of("logging.level.org.springframework.boot.tomcat=info"),
                                            Stream.of(settings))
                                    .toList()));
            apart.add(jvm);
            return Caller.withTokens(
                    "http://127.0.0.1:" + jvm.after("Tomcat started on port ").split(" ", 2)[0]);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    Caller start(Half half, String... settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(half.application)
                .initializers(Halves::readClassesOnce)
                .run(half.arguments(database, List.of(settings)).toArray(String[]::new));
        running.add(context);
        return Caller.withTokens(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Every start looks for annotations in the same thousands of classes, which is a fifth of it. */
    private static void readClassesOnce(ConfigurableApplicationContext starting) {
        ((BeanDefinitionRegistry) starting.getBeanFactory())
                .registerBeanDefinition(
                        "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory",
                        BeanDefinitionBuilder.rootBeanDefinition(
                                        MetadataReaderFactory.class, () -> new CachingMetadataReaderFactory(CLASSES))
                                .getBeanDefinition());
    }

    private static void login(LedgerDatabase database, String user, String roles) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        boolean there = jdbc.sql("select exists (select from pg_roles where rolname = ?)")
                .param(user)
                .query(Boolean.class)
                .single();
        if (!there) jdbc.sql("create role " + user + " login").update();
        jdbc.sql("grant " + roles + " to " + user).update();
    }

    /** Kills what runs in JVMs of its own. */
    void killApart() throws InterruptedException {
        for (OtherJvm jvm : apart) jvm.kill();
        apart.clear();
    }

    /** Stops one of those that run. */
    void end(Caller one) {
        ConfigurableApplicationContext context = running.stream()
                .filter(each -> one.base().endsWith(":" + each.getEnvironment().getProperty("local.server.port")))
                .findFirst()
                .orElseThrow();
        context.close();
        running.remove(context);
    }

    /** Stops all that run; more may be started on the same database. */
    public void stop() {
        running.reversed().forEach(ConfigurableApplicationContext::close);
        running.clear();
        apart.forEach(OtherJvm::close);
        apart.clear();
    }

    @Override
    public void close() {
        stop();
    }
}
