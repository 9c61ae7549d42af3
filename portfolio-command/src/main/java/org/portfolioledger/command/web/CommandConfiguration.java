package org.portfolioledger.command.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.command.AccessRule;
import org.portfolioledger.command.CommandDatabase;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.command.axon.Fork;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.command.sheet.SheetProblem;
import org.portfolioledger.command.web.Draft.Drafts;
import org.portfolioledger.http.AccessAuditDatabase;
import org.portfolioledger.http.ApiSchemas;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.LongRequest;
import org.portfolioledger.http.PostPaths;
import org.portfolioledger.http.ProblemType;
import org.portfolioledger.http.ProblemTypes;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.GroupAppender.Limits;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerReader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The command half, all but its database, which is a bean of whoever starts it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
@ComponentScan(
        basePackages = "org.portfolioledger.command",
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Family.class),
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.portfolioledger\\.command\\.application\\..*"))
public class CommandConfiguration {

    @Bean
    Catalogue catalogue(List<Family<?, ?, ?>> families) {
        return new Catalogue(families);
    }

    @Bean
    ProblemTypes commandProblems(List<Family<?, ?, ?>> families) {
        Stream<Rule> rules = Stream.concat(
                Stream.of(AccessRule.values(), LedgerRule.values(), ReferenceRule.values())
                        .flatMap(Arrays::stream),
                families.stream().flatMap(family -> family.rules().stream()));
        Set<String> general =
                Arrays.stream(HttpProblem.values()).map(HttpProblem::slug).collect(Collectors.toSet());
        return new ProblemTypes(Stream.<ProblemType>concat(
                        Stream.concat(Stream.of(CommandProblem.values()), Stream.of(SheetProblem.values())),
                        rules.<ProblemType>map(RuleProblem::new).filter(problem -> !general.contains(problem.slug())))
                .toList());
    }

    @Bean
    Directory directory(CommandDatabase database) {
        return new Directory(database.dataSource());
    }

    @Bean
    AccessAuditDatabase commandAccesses(CommandDatabase database) {
        return new AccessAuditDatabase(database.dataSource());
    }

    @Bean
    Ledger ledger(CommandDatabase database) {
        return new Ledger(database.dataSource());
    }

    @Bean
    GroupAppender appender(Ledger ledger, CommandProperties properties) {
        Limits usual = Limits.USUAL;
        return new GroupAppender(ledger, new Limits(usual.batch(), properties.queue(), usual.timeout()));
    }

    @Bean
    HeadHealth headHealthIndicator(Ledger ledger) {
        return new HeadHealth(ledger);
    }

    @Bean
    Draining draining(GroupAppender appender) {
        return new Draining(appender);
    }

    @Bean
    FactReader factReader() {
        return new FactReader();
    }

    @Bean
    CommandProcessor commandProcessor(
            Ledger ledger,
            GroupAppender appender,
            FactReader reader,
            Directory people,
            List<Family<?, ?, ?>> families,
            CommandProperties properties) {
        return new CommandProcessor(ledger, appender, reader, people, families, properties.rememberedFacts());
    }

    @Bean
    AccessRights accessRights(Catalogue catalogue, Ledger ledger, Directory people, CommandProcessor processor) {
        return new AccessRights(catalogue, ledger, people, processor);
    }

    @Bean
    Commands commands(
            Ledger ledger, FactReader reader, Directory people, Catalogue catalogue, CommandProcessor processor) {
        return commands(ledger, reader, processor, catalogue, people::spelling);
    }

    @Bean
    Drafts drafts(
            Ledger ledger,
            GroupAppender appender,
            FactReader reader,
            Directory people,
            Catalogue catalogue,
            CommandProcessor processor) {
        return () -> {
            KnownPeople known = new KnownPeople(people);
            Fork fork = processor.fork(ledger, known);
            Commands commands = commands(fork.ledger(), reader, fork.processor(), catalogue, known::spelling);
            return new Draft(fork, known, commands, appender);
        };
    }

    private static Commands commands(
            LedgerReader ledger,
            FactReader reader,
            CommandProcessor processor,
            Catalogue catalogue,
            Function<String, Optional<String>> people) {
        return new Commands(
                catalogue,
                ledger,
                reader,
                new FirstSpellings(processor::spelling, people),
                new CommandDispatcher(ledger, reader, processor),
                new OutOfReach(catalogue, ledger, processor));
    }

    @Bean
    Imports imports(Commands commands, Drafts drafts) {
        return new Imports(commands, drafts);
    }

    @Bean
    Sheets sheets(Imports imports, Ledger ledger, FactReader reader) {
        return new Sheets(imports, ledger, reader);
    }

    @Bean
    ImportLog importLog(CommandDatabase database) {
        return new ImportLog(database.dataSource());
    }

    @Bean
    SheetTemplates sheetTemplates() {
        return new SheetTemplates();
    }

    @Bean
    LongRequest longCsvImports(CommandProperties properties) {
        return new LongRequest(
                SheetEndpoint.CSV_PATH, properties.largestImport().toBytes());
    }

    @Bean
    LongRequest longXlsxImports(CommandProperties properties) {
        return new LongRequest(
                SheetEndpoint.XLSX_PATH, properties.largestImport().toBytes());
    }

    @Bean
    LongRequest longImports(CommandProperties properties) {
        return new LongRequest(ImportEndpoint.PATH, properties.largestImport().toBytes());
    }

    @Bean
    RouterFunction<ServerResponse> commandRoutes(Commands commands, Catalogue catalogue) {
        return new CommandRoutes(commands).routes(catalogue);
    }

    @Bean
    PostPaths commandPaths(Catalogue catalogue) {
        return path -> path.equals(CorrectionReader.PATH) || catalogue.at(path).isPresent();
    }

    @Bean
    CommandDocs commandDocs(Catalogue catalogue, List<Family<?, ?, ?>> families, ApiSchemas schemas) {
        return new CommandDocs(catalogue, families, schemas);
    }
}
