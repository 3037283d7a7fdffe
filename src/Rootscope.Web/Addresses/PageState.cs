using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Rootscope.Answers.Questions;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Storage;
using Rootscope.Web.Api;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Addresses;

/// <summary>
/// What a page shows, as its address says it: only what differs from the defaults, in words that people can read and write.
/// </summary>
public sealed record PageState
{
    /// <summary>The version of these words. An address without one is of this version.</summary>
    public const int Version = 1;

    public Tongue Tongue { get; init; }

    public string Table { get; init; } = EconomyQuestion.DefaultTable;

    /// <summary>The region of a table with several; null for the only one.</summary>
    public string? Region { get; init; }

    /// <summary>What is compared with the economy: a table, or a table and one of its regions after a colon; null for nothing.</summary>
    public string? With { get; init; }

    /// <summary>When an economy counts as dependent: the word of a published rule.</summary>
    public string Rule { get; init; } = WeakSpotQuestion.DefaultRule;

    /// <summary>The industry or technology that a figure is about, by code; null on pages, whose paths say it.</summary>
    public string? Of { get; init; }

    public ILens Lens { get; init; } = UsualLens;

    public RootMeasure Measure { get; init; } = RootMeasures.Leverage;

    /// <summary>Whether a row is an industry rather than a technology.</summary>
    public bool ByIndustry { get; init; }

    /// <summary>Share of supply that is cut, in (0, 1).</summary>
    public double Cut { get; init; } = UsualStake.Cut;

    /// <summary>Which supply is cut.</summary>
    public SupplyScope Supply { get; init; } = UsualStake.Supply;

    /// <summary>Faults of the address, each as a sentence; such words are read as their defaults.</summary>
    public IReadOnlyList<Phrase> Faults { get; init; } = [];

    /// <summary>What holds where an address does not say.</summary>
    private static readonly StakeQuestion UsualStake = new();

    private static readonly (string Word, RootMeasure Measure)[] Measures = [.. RootMeasures.All.Select(m => (m.Word, m))];

    private static readonly (string Word, string Rule)[] Rules = [.. DependenceRules.Names.Select(n => (n, n))];

    public static IEnumerable<string> RuleWords => Rules.Select(r => r.Word);

    /// <summary>The models, those that adjust most first.</summary>
    public static IReadOnlyList<ILens> AllLenses { get; } = [.. LensRegistry.Default.All.Reverse().Where(l => !l.Cuts.TakesLong)];

    /// <summary>The model of a page that names none.</summary>
    public static ILens UsualLens => LensRegistry.Default.Usual;

    public static IEnumerable<string> MeasureWords => Measures.Select(m => m.Word);

    public string SupplyWord => QuestionWords.Supplies.WordOf(Supply);

    public string MeasureWord => Measure.Word;

    /// <summary>The same choices about what the economy is compared with, or about itself where that is nothing.</summary>
    public PageState Other =>
        With?.Split(':', 2) is { } named ? this with { Table = named[0], Region = named.Length > 1 ? named[1] : null, With = null } : this;

    /// <summary>Reads the query of an address.</summary>
    public static PageState Read(IQueryCollection query)
    {
        var faults = new List<Phrase>();
        string version = query["v"].ToString();
        if (version.Length > 0 && version != Version.ToString(CultureInfo.InvariantCulture))
        {
            faults.Add(
                new Phrase(
                    $"This address is of version '{version}'; this site reads version {Version}, so that some of its words may mean "
                        + $"something else.",
                    $"此网址的版本为“{version}”，本站读取版本 {Version}，部分参数的含义可能不同。"
                )
            );
        }

        return new PageState
        {
            Tongue = Word(query, "lang", faults, "en", ("en", Tongue.English), ("zh", Tongue.Chinese)),
            Table = Text(query, "table") ?? EconomyQuestion.DefaultTable,
            Region = Text(query, "region"),
            With = Text(query, "with"),
            Rule = Word(query, "rule", faults, WeakSpotQuestion.DefaultRule, Rules),
            Of = Text(query, "of"),
            Lens = Word(query, "lens", faults, UsualLens.Word, [.. AllLenses.Select(l => (l.Word, l))]),
            Measure = Word(query, "measure", faults, "leverage", Measures),
            ByIndustry = Word(query, "by", faults, "technology", ("technology", false), ("industry", true)),
            Cut = CutOf(query, faults),
            Supply = Word(query, "supply", faults, QuestionWords.Supplies.WordOf(UsualStake.Supply), [.. QuestionWords.Supplies.All]),
            Faults = faults,
        };
    }

    /// <summary>The technology or industry that a figure is about.</summary>
    /// <param name="example">One that there is, for the message.</param>
    /// <exception cref="ParameterException">The address names none.</exception>
    internal string Subject(string example) =>
        !string.IsNullOrWhiteSpace(Of)
            ? Of
            : throw new ParameterException([
                new ParameterFault("of", "The address does not say what the figure is about.", $"Add it, as in ?of={example}."),
            ]);

    /// <summary>The address of a page in this state: the path and what differs from the defaults.</summary>
    public string AddressOf(string path)
    {
        var text = new StringBuilder(path);
        char mark = '?';
        void Add(string name, string value)
        {
            text.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        if (Tongue == Tongue.Chinese)
        {
            Add("lang", "zh");
        }

        if (Table != EconomyQuestion.DefaultTable)
        {
            Add("table", Table);
        }

        if (Region is not null)
        {
            Add("region", Region);
        }

        if (With is not null)
        {
            Add("with", With);
        }

        if (Rule != WeakSpotQuestion.DefaultRule)
        {
            Add("rule", Rule);
        }

        if (Of is not null)
        {
            Add("of", Of);
        }

        if (ByIndustry)
        {
            Add("by", "industry");
        }

        if (Lens != UsualLens)
        {
            Add("lens", Lens.Word);
        }

        if (Measure != RootMeasures.Leverage)
        {
            Add("measure", MeasureWord);
        }

        if (!Cut.Equals(UsualStake.Cut))
        {
            Add("cut", Cut.ToString("R", CultureInfo.InvariantCulture));
        }

        if (Supply != UsualStake.Supply)
        {
            Add("supply", SupplyWord);
        }

        if (mark == '&')
        {
            Add("v", Version.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>The address of a page in this state with one more parameter.</summary>
    public string AddressOf(string path, string name, string value)
    {
        string address = AddressOf(path);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
    }

    /// <summary>The words of an address that say a state. Others belong to single pages.</summary>
    public static IReadOnlyList<string> Words { get; } =
    ["lang", "table", "region", "with", "rule", "of", "by", "lens", "measure", "cut", "supply", "v"];

    private static string? Text(IQueryCollection query, string name)
    {
        string? text = query[name].ToString();
        return text.Length is > 0 and <= 100 ? text : null;
    }

    private static T Word<T>(
        IQueryCollection query,
        string name,
        List<Phrase> faults,
        string otherwise,
        params (string Word, T Value)[] words
    )
    {
        StringValues given = query[name];
        foreach ((string word, T value) in words)
        {
            if (string.Equals(word, given.ToString(), StringComparison.Ordinal))
            {
                return value;
            }
        }

        if (given.Count > 0)
        {
            string known = string.Join(", ", words.Select(w => w.Word));
            faults.Add(
                new Phrase($"'{name}' is one of {known}; shown with {otherwise}.", $"“{name}”应为 {known} 之一；现按 {otherwise} 显示。")
            );
        }

        return Array.Find(words, w => w.Word == otherwise).Value;
    }

    private static double CutOf(IQueryCollection query, List<Phrase> faults)
    {
        string given = query["cut"].ToString();
        if (given.Length == 0)
        {
            return UsualStake.Cut;
        }

        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double cut) && cut is > 0 and < 1)
        {
            return cut;
        }

        string usual = UsualStake.Cut.ToString(CultureInfo.InvariantCulture);
        faults.Add(
            new Phrase($"'cut' is a share above 0 and below 1; shown with {usual}.", $"“cut”应为 0 与 1 之间的比例；现按 {usual} 显示。")
        );
        return UsualStake.Cut;
    }
}
