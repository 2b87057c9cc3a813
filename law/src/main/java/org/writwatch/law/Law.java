package org.writwatch.law;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.yaml.Nearest;
import org.writwatch.law.calendar.Clock;
import org.writwatch.law.calendar.CountingRule;
import org.writwatch.law.load.CaptionReader;
import org.writwatch.law.load.DataReader;
import org.writwatch.law.load.DecidersFile;
import org.writwatch.law.load.LawFiles;
import org.writwatch.law.load.MandamusReader;
import org.writwatch.law.load.ReadingsFile;
import org.writwatch.law.load.RecordsReader;
import org.writwatch.law.load.StatutesReader;
import org.writwatch.law.load.UscisReader;
import org.writwatch.law.matter.FactTable;

/**
 * The law we hold, as data: 53 jurisdictions (the states, the District of Columbia, Puerto Rico, and "US" for the
 * federal courts), their writs and records statutes, the authorities, and what each state's own law says about working
 * with ICE.
 *
 * <p>Files are read when they are first asked for and kept. Safe for use by several threads.
 */
public final class Law {
    private static final List<String> CODES = held();
    private static final List<String> CLAIMS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I");
    private static final Law BUNDLED = new Law(LawFiles.bundled());

    private final LawFiles files;
    private final Map<String, Jurisdiction> jurisdictions = new ConcurrentHashMap<>();
    private final Map<String, RecordsLaw> records = new ConcurrentHashMap<>();
    private final Map<String, Screening.Practice> captions = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, Authority> authorities;
    private volatile @Nullable List<StateMandate> positions;
    private volatile @Nullable FactTable facts;
    private volatile @Nullable ReadingsFile readings;
    private volatile @Nullable List<ReportingStatute> reporting;
    private volatile @Nullable List<CertificationStatute> certification;
    private volatile @Nullable UscisLaw uscis;
    private volatile @Nullable Map<String, CountingRule> counting;
    private volatile @Nullable List<Clock> clocks;
    private volatile @Nullable DecidersFile deciders;

    private Law(LawFiles files) {
        this.files = files;
    }

    /** The law that came with the program. */
    public static Law bundled() {
        return BUNDLED;
    }

    /** The law of a folder laid out like the bundled one. */
    public static Law from(Path folder) {
        return new Law(LawFiles.in(folder));
    }

    /** The 53 codes: "US" first, then the others in alphabetical order. */
    public static List<String> codes() {
        return CODES;
    }

    private static List<String> held() {
        List<String> codes = new ArrayList<>();
        Arrays.stream(UsState.values())
                .filter(s ->
                        !List.of(UsState.AS, UsState.GU, UsState.MP, UsState.VI).contains(s))
                .map(Enum::name)
                .sorted()
                .forEach(codes::add);
        codes.add(0, "US");
        return List.copyOf(codes);
    }

    /**
     * The code of a jurisdiction named by code or name.
     *
     * @throws NotFound with the nearest codes when it is none of the 53
     */
    public static String code(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        String code = UsState.find(text).map(Enum::name).orElse(wanted);
        if (!codes().contains(code)) {
            throw new NotFound(Phrase.of("law", "jurisdiction.unknown", text.strip()), Nearest.of(wanted, codes(), 5));
        }
        return code;
    }

    /** The files it is read from. */
    public LawFiles files() {
        return files;
    }

    /** How mandamus works there. */
    public Jurisdiction jurisdiction(String code) {
        return jurisdictions.computeIfAbsent(code(code), c -> DataReader.jurisdiction(files, c));
    }

    /** How mandamus works in a state. */
    public Jurisdiction jurisdiction(UsState state) {
        return jurisdiction(state.name());
    }

    /** The public-records law there. */
    public RecordsLaw records(String code) {
        return records.computeIfAbsent(code(code), c -> RecordsReader.read(files, c));
    }

    /** The public-records law of a state. */
    public RecordsLaw records(UsState state) {
        return records(state.name());
    }

    /** Every authority, in the order of its file. */
    public List<Authority> authorities() {
        return List.copyOf(byId().values());
    }

    /** The authority with this id. */
    public Optional<Authority> findAuthority(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    /**
     * The authority with this id.
     *
     * @throws NotFound with the nearest ids
     */
    public Authority authority(String id) {
        return findAuthority(id)
                .orElseThrow(() ->
                        new NotFound(Phrase.of("law", "authority.unknown", id), Nearest.of(id, byId().keySet(), 5)));
    }

    /** Every state position, in the order of its file. */
    public List<StateMandate> mandates() {
        List<StateMandate> known = positions;
        if (known == null) {
            known = List.copyOf(DataReader.positions(files));
            positions = known;
        }
        return known;
    }

    /** What this state's own law says about joining, holding and reporting; empty when we hold nothing. */
    public List<StateMandate> mandates(String code) {
        String wanted = code(code);
        return mandates().stream().filter(m -> m.state().equals(wanted)).toList();
    }

    /** What this state's own law says about joining, holding and reporting; empty when we hold nothing. */
    public List<StateMandate> mandates(UsState state) {
        return mandates(state.name());
    }

    /** State laws on reporting stops or detainers, in the order of their file. */
    public List<ReportingStatute> reporting() {
        List<ReportingStatute> known = reporting;
        if (known == null) {
            known = StatutesReader.reporting(files);
            reporting = known;
        }
        return known;
    }

    /** The laws of one state on reporting stops or detainers; empty when we hold none. */
    public List<ReportingStatute> reporting(String code) {
        return reporting().stream().filter(r -> r.state().equals(code)).toList();
    }

    /** State laws on certifying that a crime victim helped, in the order of their file. */
    public List<CertificationStatute> certification() {
        List<CertificationStatute> known = certification;
        if (known == null) {
            known = StatutesReader.certification(files);
            certification = known;
        }
        return known;
    }

    /** The laws of one state on certifying that a crime victim helped; empty when we hold none. */
    public List<CertificationStatute> certification(String code) {
        return certification().stream().filter(c -> c.state().equals(code)).toList();
    }

    /** The federal law on delay at USCIS and the Department of State. */
    public UscisLaw uscis() {
        UscisLaw known = uscis;
        if (known == null) {
            known = UscisReader.read(files, this::authority);
            uscis = known;
        }
        return known;
    }

    /** How the courts there count days, when the rule was read in a source. */
    public Optional<CountingRule> counting(String code) {
        Map<String, CountingRule> known = counting;
        if (known == null) {
            known = CountingRule.read(files);
            counting = known;
        }
        return Optional.ofNullable(known.get(code(code)))
                .filter(r -> r.datum().confidence().verified());
    }

    /** Clocks that no jurisdiction, records law, form or state statute carries, in the order of their file. */
    public List<Clock> clocks() {
        List<Clock> known = clocks;
        if (known == null) {
            known = Clock.read(files, id -> facts().find(id).isPresent());
            clocks = known;
        }
        return known;
    }

    /** Who decides about an agreement with ICE, as data; {@link WhoDecides} has the answer for a place. */
    public DecidersFile deciders() {
        DecidersFile known = deciders;
        if (known == null) {
            known = DecidersFile.read(files);
            deciders = known;
        }
        return known;
    }

    /** How a writ case is named in this jurisdiction. */
    public Screening.Practice caption(String code) {
        return captions.computeIfAbsent(code(code), c -> CaptionReader.caption(files, this, c));
    }

    /** The half page "Can mandamus stop this?" for a jurisdiction. */
    public MandamusAnswer mandamusHalfPage(String code) {
        return MandamusReader.read(files, this, code(code));
    }

    /** The letters of the claims we screen. */
    public List<String> claims() {
        return CLAIMS;
    }

    /** Everything a matter may say. */
    public FactTable facts() {
        FactTable known = facts;
        if (known == null) {
            known = FactTable.read(files);
            facts = known;
        }
        return known;
    }

    /** Readings that a rule needs and no single datum carries. */
    public ReadingsFile readings() {
        ReadingsFile known = readings;
        if (known == null) {
            known = ReadingsFile.read(files);
            readings = known;
        }
        return known;
    }

    private Map<String, Authority> byId() {
        Map<String, Authority> known = authorities;
        if (known == null) {
            known = DataReader.authorities(files);
            authorities = known;
        }
        return known;
    }
}
