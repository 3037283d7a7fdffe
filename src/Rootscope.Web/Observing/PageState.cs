using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Web.Language;

namespace Rootscope.Web.Observing;

/// <summary>What a page shows, as its address says it: only what differs from the defaults, in words that people can read and write.</summary>
public sealed record PageState
{
    /// <summary>The version of these words. An address without one is of this version.</summary>
    public const int Version = 1;

    public Tongue Tongue { get; init; }

    public string Table { get; init; } = ObservedEconomies.DefaultTable;

    /// <summary>The region of a table with several; null for the only one.</summary>
    public string? Region { get; init; }

    /// <summary>The industry that a figure is about, by code; null on pages, whose paths say it.</summary>
    public string? Of { get; init; }

    public Lens Lens { get; init; } = Lens.Equilibrium;

    public RootSort Measure { get; init; } = RootSort.Leverage;

    /// <summary>Whether a row is an industry rather than a technology.</summary>
    public bool ByIndustry { get; init; }

    /// <summary>Share of supply that is cut, in (0, 1).</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>Faults of the address, each as a sentence; such words are read as their defaults.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    private static readonly (string Word, Lens Lens)[] Lenses =
        [("equilibrium", Lens.Equilibrium), ("extraction", Lens.Extraction), ("cascade", Lens.Cascade), ("first-order", Lens.FirstOrder)];

    private static readonly (string Word, RootSort Measure)[] Measures =
    [
        ("leverage", RootSort.Leverage), ("gap", RootSort.Gap), ("loss", RootSort.Loss),
        ("excess", RootSort.Excess), ("reach", RootSort.Reach), ("output", RootSort.Output),
    ];

    public static IEnumerable<string> LensWords => Lenses.Select(l => l.Word);

    public static IEnumerable<string> MeasureWords => Measures.Select(m => m.Word);

    public string LensWord => Array.Find(Lenses, l => l.Lens == Lens).Word;

    public string MeasureWord => Array.Find(Measures, m => m.Measure == Measure).Word;

    /// <summary>Reads the query of an address.</summary>
    public static PageState Read(IQueryCollection query)
    {
        var faults = new List<string>();
        return new PageState
        {
            Tongue = Word(query, "lang", faults, "en", ("en", Tongue.English), ("zh", Tongue.Chinese)),
            Table = Text(query, "table") ?? ObservedEconomies.DefaultTable,
            Region = Text(query, "region"),
            Of = Text(query, "of"),
            Lens = Word(query, "lens", faults, "equilibrium", Lenses),
            Measure = Word(query, "measure", faults, "leverage", Measures),
            ByIndustry = Word(query, "by", faults, "technology", ("technology", false), ("industry", true)),
            Cut = CutOf(query, faults),
            Faults = faults,
        };
    }

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

        if (Table != ObservedEconomies.DefaultTable)
        {
            Add("table", Table);
        }

        if (Region is not null)
        {
            Add("region", Region);
        }

        if (Of is not null)
        {
            Add("of", Of);
        }

        if (ByIndustry)
        {
            Add("by", "industry");
        }

        if (Lens != Lens.Equilibrium)
        {
            Add("lens", LensWord);
        }

        if (Measure != RootSort.Leverage)
        {
            Add("measure", MeasureWord);
        }

        if (Cut != 0.5)
        {
            Add("cut", Cut.ToString("R", CultureInfo.InvariantCulture));
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

    private static string? Text(IQueryCollection query, string name)
    {
        string? text = query[name].ToString();
        return text.Length is > 0 and <= 100 ? text : null;
    }

    private static T Word<T>(IQueryCollection query, string name, List<string> faults, string otherwise, params (string Word, T Value)[] words)
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
            faults.Add($"'{name}' is one of {string.Join(", ", words.Select(w => w.Word))}; shown with {otherwise}.");
        }

        return Array.Find(words, w => w.Word == otherwise).Value;
    }

    private static double CutOf(IQueryCollection query, List<string> faults)
    {
        string given = query["cut"].ToString();
        if (given.Length == 0)
        {
            return 0.5;
        }

        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double cut) && cut is > 0 and < 1)
        {
            return cut;
        }

        faults.Add("'cut' is a share above 0 and below 1; shown with 0.5.");
        return 0.5;
    }
}
