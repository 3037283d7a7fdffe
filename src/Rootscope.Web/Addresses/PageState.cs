using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
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
public sealed record PageState : ITakesQuery
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

    /// <summary>What is done to technologies, and what a budget is spent by.</summary>
    internal InvestmentChoices Investment { get; init; } = new();

    /// <summary>What the page leaves out of its address although it can be made, each as a sentence.</summary>
    public IReadOnlyList<Phrase> Notices { get; init; } = [];

    /// <summary>Values of the address that are not understood; such words are read as their defaults.</summary>
    internal IReadOnlyList<QueryFault> Faults { get; init; } = [];

    /// <summary>What holds where an address does not say.</summary>
    private static readonly StakeQuestion UsualStake = new();

    private const int LongestName = 100;
    private const string BySubject = "technology";
    private const string ByIndustryWord = "industry";

    public static IEnumerable<string> RuleWords => DependenceRules.Names;

    /// <summary>The models, those that adjust most first.</summary>
    public static IReadOnlyList<ILens> AllLenses { get; } = [.. LensRegistry.Default.All.Reverse().Where(l => !l.Cuts.TakesLong)];

    /// <summary>The model of a page that names none.</summary>
    public static ILens UsualLens => LensRegistry.Default.Usual;

    public static IEnumerable<string> MeasureWords => RootMeasures.All.Select(m => m.Word);

    public string SupplyWord => QuestionWords.Supplies.WordOf(Supply);

    public string MeasureWord => Measure.Word;

    /// <summary>The same choices about what the economy is compared with, or about itself where that is nothing.</summary>
    public PageState Other =>
        With?.Split(':', 2) is { } named ? this with { Table = named[0], Region = named.Length > 1 ? named[1] : null, With = null } : this;

    /// <summary>The fields of an address that say a state. Others belong to single pages.</summary>
    internal static IReadOnlyList<QueryField> Fields { get; } =
    [
        new("lang") { Words = ["en", "zh"] },
        new("table") { Longest = LongestName },
        new("region") { Longest = LongestName },
        new("with") { Longest = LongestName },
        new("rule") { Words = [.. DependenceRules.Names] },
        new("of") { Longest = LongestName },
        new("by") { Words = [BySubject, ByIndustryWord] },
        new("lens") { Words = [.. AllLenses.Select(l => l.Word)] },
        new("measure") { Words = [.. MeasureWords] },
        QueryField.OfNumber("cut", 0, 1, UsualStake.Cut.ToString(CultureInfo.InvariantCulture)),
        new("supply") { Words = QuestionWords.Supplies.Words },
        .. InvestmentChoices.Fields,
        new("v") { Words = [Version.ToString(CultureInfo.InvariantCulture)] },
    ];

    static IReadOnlyList<QueryField> ITakesQuery.Fields => Fields;

    /// <summary>Reads the query of an address.</summary>
    public static PageState Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        QueryFault[] faults = [.. QueryField.FaultsOf(query, Fields)];
        string? Text(string name) =>
            query[name].FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } text && !Array.Exists(faults, f => f.Field == name)
                ? text
                : null;
        return new PageState
        {
            Tongue = Text("lang") == "zh" ? Tongue.Chinese : Tongue.English,
            Table = Text("table") ?? EconomyQuestion.DefaultTable,
            Region = Text("region"),
            With = Text("with"),
            Rule = Text("rule") ?? WeakSpotQuestion.DefaultRule,
            Of = Text("of"),
            Lens = Text("lens") is { } lens ? AllLenses.First(l => l.Word == lens) : UsualLens,
            Measure = Text("measure") is { } measure ? RootMeasures.All.First(m => m.Word == measure) : RootMeasures.Leverage,
            ByIndustry = Text("by") == ByIndustryWord,
            Cut = Text("cut") is { } cut ? QueryField.NumberOf(cut)!.Value : UsualStake.Cut,
            Supply = Text("supply") is { } supply ? QuestionWords.Supplies.Read("supply", supply) : UsualStake.Supply,
            Investment = InvestmentChoices.Read(Text),
            Faults = faults,
        };
    }

    /// <summary>Says that a field which is not known is left out.</summary>
    internal static Phrase LeftOut(QueryFault fault) =>
        new(
            $"{fault.Said.English} That choice is left out. {fault.Repair.English}",
            $"{fault.Said.Chinese}已忽略该选择。{fault.Repair.Chinese}"
        );

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
            Add("by", ByIndustryWord);
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

        foreach ((string name, string value) in Investment.Said())
        {
            Add(name, value);
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
    public static IReadOnlyList<string> Words { get; } = [.. Fields.Select(f => f.Name)];
}
