using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Which columns of a file of trade hold what, by their names in any case of letters and with or without '_' and blanks between words; -1
/// where there is none. The one place where layouts of trade are told apart.
/// </summary>
internal sealed record TradeHeader
{
    private static readonly string[] Sellers =
    [
        "country",
        "exporter",
        "exporteriso3",
        "isoo",
        "countrycode",
        "countryiso3code",
        "locationcode",
        "iso3code",
        "iso3",
        "iso",
        "economy",
        "origin",
        "i",
    ];

    private static readonly string[] Reporters =
    [
        "reporteriso",
        "reporteriso3",
        "rt3iso",
        "reporter",
        "reportername",
        "rttitle",
        "reporterdesc",
    ];
    private static readonly string[] ReporterNumbers = ["reportercode", "rtcode"];

    private static readonly string[] Buyers =
    [
        "importer",
        "importeriso3",
        "isod",
        "partneriso3code",
        "partnercountryiso3code",
        "destination",
        "counterpart",
        "j",
    ];

    private static readonly string[] Partners = ["partneriso", "partneriso3", "pt3iso", "partner", "partnername", "pttitle", "partnerdesc"];
    private static readonly string[] PartnerNumbers = ["partnercode", "ptcode"];

    private static readonly string[] Products =
    [
        "product",
        "productcode",
        "hs6",
        "hs",
        "hscode",
        "hsproductcode",
        "producths92code",
        "producths12code",
        "producths17code",
        "producths22code",
        "sitc",
        "sitcproductcode",
        "productsitccode",
        "cmdcode",
        "commoditycode",
        "commodity",
        "k",
    ];

    private static readonly string[] Values =
    [
        "value",
        "primaryvalue",
        "exportvalue",
        "exports",
        "export",
        "tradevalueus",
        "tradevalueusd",
        "tradevaluein1000usd",
        "tradevalue",
        "v",
    ];

    private static readonly string[] Years = ["year", "refyear", "yr", "t", "period"];
    private static readonly string[] Flows =
    [
        "flowcode",
        "tradeflowcode",
        "tradeflow",
        "rgcode",
        "flow",
        "tradeflowname",
        "flowdesc",
        "rgdesc",
    ];
    private static readonly string[] Weights = ["netwgt", "netweightkg", "netweight"];
    private static readonly string[] Classifications = ["classificationcode", "classification", "pscode"];
    private static readonly string[] Frequencies = ["freqcode", "freq", "frequency"];

    /// <summary>What splits a flow into parts: second partner, mode of transport, procedure of customs, mode of supply.</summary>
    private static readonly string[][] Splits =
    [
        ["partner2code", "2ndpartnercode"],
        ["motcode", "modeoftransportcode"],
        ["customscode", "customsproccode"],
        ["moscode"],
    ];

    private static readonly string[] Baci = ["t", "i", "j", "k", "v"];
    private static readonly string[] Own = ["year", "exporter", "importer", "product", "value"];

    /// <summary>The year, in four digits.</summary>
    public int Year { get; private init; } = -1;

    /// <summary>The period, in four digits for a year, in six for a month.</summary>
    public int Period { get; private init; } = -1;

    /// <summary>A for years, M for months.</summary>
    public int Frequency { get; private init; } = -1;

    /// <summary>Who sells; in a file that names directions, who declares.</summary>
    public int Seller { get; private init; } = -1;

    /// <summary>The same by number.</summary>
    public int SellerNumber { get; private init; } = -1;

    /// <summary>Who buys; in a file that names directions, the partner.</summary>
    public int Buyer { get; private init; } = -1;

    /// <summary>The same by number.</summary>
    public int BuyerNumber { get; private init; } = -1;

    public int Product { get; private init; } = -1;

    public int Value { get; private init; } = -1;

    public int Weight { get; private init; } = -1;

    public int Classification { get; private init; } = -1;

    /// <summary>What tells exports from imports.</summary>
    public int Flow { get; private init; } = -1;

    /// <summary>Columns that split flows into parts.</summary>
    public IReadOnlyList<int> Parts { get; private init; } = [];

    /// <summary>Whether the columns are those of BACI, whose codes of products have six digits.</summary>
    public bool IsBaci { get; private init; }

    /// <summary>Whether rows say whether they are exports or imports, as those of UN Comtrade do.</summary>
    public bool IsDeclared => Flow >= 0;

    /// <summary>The number of the column that a part of a long file is in, or an error that names it.</summary>
    public TradeHeader RequireFlows(IReadOnlyList<string> header, string place)
    {
        int[] at = [Year, Seller, Buyer, Product, Value];
        int missing = Array.IndexOf(at, -1);
        if (missing < 0)
        {
            return this;
        }

        IReadOnlyList<string> near = NearestNames.Of(Own[missing], header.Select(h => h.Trim()));
        throw new TableException(
            place,
            $"there is no column '{Own[missing]}'.{(near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty)} "
                + "A file of flows has the columns year, exporter, importer, product and value, or those of BACI: t, i, j, k, v; name "
                + $"others with {Repair.Option("columns", $"{RoleOf(missing)}=NAME")}."
        );
    }

    /// <summary>The same for a file of exports, which needs neither buyers nor years.</summary>
    public TradeHeader RequireExports(IRowSource file)
    {
        (int At, string Role, string[] Names)[] needed =
        [
            (Seller, "country", Sellers),
            (Product, "product", Products),
            (Value, "value", Values),
        ];
        return Array.Find(needed, n => n.At < 0) is { Role: { } role, Names: { } names }
            ? throw new TableException(
                $"{file.Path}, line 1",
                $"no column is recognised as the {role}; it has {string.Join(", ", file.Header)}. Name it with "
                    + $"{Repair.Option("columns", $"{role}=NAME")}, or call it '{names[0]}'."
            )
            : this;
    }

    /// <summary>Recognises columns; those that are named are taken as named.</summary>
    /// <exception cref="TableException">A column that is named is not there.</exception>
    public static TradeHeader Of(IReadOnlyList<string> header, string place, TradeColumnNames? names)
    {
        string[] known = [.. header.Select(Plain)];
        int flow = Named(names?.Flow) ?? First(Flows);
        bool declared = flow >= 0;
        bool baci = names is null && !declared && Baci.All(known.Contains) && !Own.All(known.Contains);
        int year = Named(names?.Year) ?? First(Years);
        int period = First(["period"]);
        return new TradeHeader
        {
            IsBaci = baci,
            Flow = flow,
            Year = year,
            Period = period >= 0 ? period : year,
            Frequency = First(Frequencies),
            Seller = Named(names?.Country) ?? Either(declared, Reporters, Sellers, ReporterNumbers),
            SellerNumber = names?.Country is null ? First(ReporterNumbers) : -1,
            Buyer = Named(names?.Partner) ?? Either(declared, Partners, Buyers, PartnerNumbers),
            BuyerNumber = names?.Partner is null ? First(PartnerNumbers) : -1,
            Product = Named(names?.Product) ?? First(Products),
            Value = Named(names?.Value) ?? First(Values),
            Weight = First(Weights),
            Classification = First(Classifications),
            Parts = [.. Splits.Select(First).Where(c => c >= 0)],
        };

        int First(string[] wanted) => wanted.Select(w => Array.IndexOf(known, w)).Where(c => c >= 0).DefaultIfEmpty(-1).First();

        int Either(bool reporters, string[] declaring, string[] selling, string[] numbers) =>
            (reporters ? [First(declaring), First(numbers), First(selling)] : (int[])[First(selling), First(declaring), First(numbers)])
                .Where(c => c >= 0)
                .DefaultIfEmpty(-1)
                .First();

        int? Named(string? name) => name is null ? null : HeaderNames.Column(header, name, place);
    }

    private static string RoleOf(int missing) =>
        missing switch
        {
            0 => "year",
            1 => "exporter",
            2 => "importer",
            3 => "product",
            _ => "value",
        };

    /// <summary>A name of a column without case, blanks and signs.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
