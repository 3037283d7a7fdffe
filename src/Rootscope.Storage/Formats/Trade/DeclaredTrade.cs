using System.Globalization;
using System.Runtime.InteropServices;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Trade.Codes;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Trade as both sides declare it, row by row, as UN Comtrade gives it: exports and imports, and flows split by second partner, mode of
/// transport, procedure of customs or mode of supply beside their totals.
/// </summary>
/// <remarks>Exports and imports are never added. Of a flow whose total is there, parts are left out; otherwise they are added up.</remarks>
internal sealed class DeclaredTrade
{
    private const double KilogramsInTonne = 1000;

    private readonly Dictionary<Key, Amounts> _flows = [];
    private readonly Dictionary<string, string> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _economies = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _classifications = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string>? _countries;
    private int _again;

    private DeclaredTrade(IReadOnlyDictionary<string, string>? countries) => _countries = countries;

    private readonly record struct Key(bool IsExport, int Year, string Reporter, string Partner, string Product);

    /// <summary>The classifications that rows name.</summary>
    public IReadOnlySet<string> Classifications => _classifications;

    /// <summary>Whether codes of products have a level for every digit, by the classifications that rows name.</summary>
    public bool IsByDigit => _classifications.Count > 0 && _classifications.All(ProductResolver.IsByDigit);

    /// <summary>Whether any row declares exports, or imports.</summary>
    public bool Has(TradeDeclaration side) => _flows.Keys.Any(k => k.IsExport == (side == TradeDeclaration.Exports));

    /// <summary>Reads every row.</summary>
    public static DeclaredTrade Read(
        IRowSource file,
        TradeHeader columns,
        IReadOnlyDictionary<string, string>? countries,
        IReadOnlyCollection<int>? years
    )
    {
        var trade = new DeclaredTrade(countries);
        while (file.Read())
        {
            if (TradeFile.IsMonth(file, columns) is { } month)
            {
                throw month;
            }

            int year = TradeFile.Year(file, columns.Year);
            if (years is null || years.Contains(year))
            {
                trade.Add(file, columns, year);
            }
        }

        return trade;
    }

    /// <summary>
    /// The flows, from one side's declarations; where that is null, from the buyer's, and from the seller's where it has none.
    /// </summary>
    /// <param name="side">Whose declarations are taken.</param>
    /// <param name="notes">Gets one sentence for each thing that was left out, added up or repaired.</param>
    public List<TradeFlow> Flows(TradeDeclaration? side, List<string> notes)
    {
        var economies = new EconomyResolver(_economies.Values, _countries);
        var products = new ProductResolver(_products, digits: null, IsByDigit);
        notes.AddRange(economies.Notes);
        notes.AddRange(products.Notes);
        var flows = new Dictionary<(int, string, string, string), (double Value, double? Tonnes, bool IsExport)>();
        (long other, long sums, long parts, long added) = (0, 0, 0, 0);
        foreach ((Key key, Amounts amounts) in _flows)
        {
            if (side is { } one && key.IsExport != (one == TradeDeclaration.Exports))
            {
                other += amounts.Rows;
                continue;
            }

            if (products.CodeOf(key.Product) is not { } product)
            {
                sums += amounts.Rows;
                continue;
            }

            (double value, double? tonnes) = amounts.Whole(ref parts, ref added);
            string reporter = economies.CodeOf(key.Reporter);
            string partner = economies.CodeOf(key.Partner);
            (string exporter, string importer) = key.IsExport ? (reporter, partner) : (partner, reporter);
            ref (double Value, double? Tonnes, bool IsExport) flow = ref CollectionsMarshal.GetValueRefOrAddDefault(
                flows,
                (key.Year, exporter, importer, product),
                out bool exists
            );
            if (exists && flow.IsExport == key.IsExport)
            {
                flow = (flow.Value + value, flow.Tonnes + tonnes, key.IsExport);
                continue;
            }

            other += exists ? 1 : 0;
            flow = exists && key.IsExport ? flow : (value, tonnes, key.IsExport);
        }

        Tell(side, notes, other, sums, parts, added);
        return [.. flows.Select(f => new TradeFlow(f.Key.Item1, f.Key.Item2, f.Key.Item3, f.Key.Item4, f.Value.Value, f.Value.Tonnes))];
    }

    private void Tell(TradeDeclaration? side, List<string> notes, long other, long sums, long parts, long added)
    {
        Tell(
            other,
            side is { } one
                ? $"declarations of {(one == TradeDeclaration.Exports ? "imports" : "exports")} left out: a flow has one side."
                : "declarations of sellers are left out where the buyer declares the flow too."
        );
        Tell(_again, "re-exports and re-imports are left out.");
        Tell(sums, "rows of products together (totals, chapters, headings) are left out beside their parts.");
        Tell(parts, "rows that split a flow (by second partner, transport, customs) are left out beside its total.");
        Tell(added, "rows that split a flow (by second partner, transport, customs) are added up.");

        void Tell(long count, string sentence)
        {
            if (count > 0)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {sentence}"));
            }
        }
    }

    private void Add(IRowSource file, TradeHeader columns, int year)
    {
        if (IsExport(file, columns.Flow) is not { } export)
        {
            _again++;
            return;
        }

        string product = file.Text(columns.Product);
        if (!_products.ContainsKey(product))
        {
            _products[product] = TradeFile.Code(file, columns.Product);
        }

        double? value = TradeFile.Amount(file, columns.Value);
        if (value < 0)
        {
            throw file.Fault(columns.Value, $"a value of trade cannot be {file.Text(columns.Value)}. Give a figure of at least 0.");
        }

        // The source writes 0 where no weight was declared.
        double? tonnes =
            columns.Weight >= 0 && TradeFile.Amount(file, columns.Weight) is > 0 and { } kilograms ? kilograms / KilogramsInTonne : null;
        if (columns.Classification >= 0 && file.Text(columns.Classification) is { Length: > 0 } classification)
        {
            _classifications.Add(classification);
        }

        var key = new Key(
            export,
            year,
            Economy(file, columns.Seller, columns.SellerNumber),
            columns.Buyer < 0 ? Everybody() : Economy(file, columns.Buyer, columns.BuyerNumber),
            product
        );
        if (!_flows.TryGetValue(key, out Amounts? amounts))
        {
            _flows[key] = amounts = new Amounts();
        }

        amounts.Add(file, columns, value ?? 0, tonnes);
    }

    /// <summary>
    /// The code of an economy, or its number where the source has no code for it or one that is nobody else's, as for "Other Asia, nes".
    /// </summary>
    private string Economy(IRowSource file, int code, int number)
    {
        string text = file.Text(code);
        if (number >= 0 && number != code && EconomyIdentities.Find(text) is null && file.Text(number) is { Length: > 0 } digits)
        {
            text = digits;
            code = number;
        }

        if (_economies.TryGetValue(text, out string? known))
        {
            return known;
        }

        if (CodeRepair.FaultOf(text, out string repaired) is { } fault)
        {
            throw file.Fault(code, text.Length == 0 ? "the code of the economy is missing. Fill it, or remove the row." : fault);
        }

        _economies[text] = repaired;
        return repaired;
    }

    /// <summary>The partner of a file that has no partners: all of them together.</summary>
    private string Everybody()
    {
        const string World = "WLD";
        _economies[World] = World;
        return World;
    }

    /// <summary>Whether a row declares exports; null for re-exports and re-imports.</summary>
    private static bool? IsExport(IRowSource file, int column) =>
        file.Text(column).ToUpperInvariant() switch
        {
            "X" or "EXPORT" or "EXPORTS" or "2" or "EX" or "出口" => true,
            "M" or "IMPORT" or "IMPORTS" or "1" or "IM" or "进口" => false,
            "RX" or "RM" or "DX" or "FM" or "RE-EXPORT" or "RE-IMPORT" or "RE-EXPORTS" or "RE-IMPORTS" or "DOMESTIC EXPORT" or "3" or "4" =>
                null,
            _ => throw file.Fault(
                column,
                $"expected an export or an import, found '{file.Text(column)}'. Ask Comtrade for exports and imports of goods only."
            ),
        };

    /// <summary>What rows say of one flow: its total, and its parts by how it was split.</summary>
    private sealed class Amounts
    {
        private (int Split, double Value, double? Tonnes) _first;
        private List<(int Split, double Value, double? Tonnes)>? _more;

        public int Rows { get; private set; }

        public void Add(IRowSource file, TradeHeader columns, double value, double? tonnes)
        {
            int split = 0;
            for (int p = 0; p < columns.Parts.Count; p++)
            {
                split |= file.Span(columns.Parts[p]) is "" or "0" or "0.0" or "C00" or "TOTAL" or "W00" ? 0 : 1 << p;
            }

            if (split == 0 && Rows > 0 && All().Any(r => r.Split == 0))
            {
                throw new TableException(
                    $"{file.Path}, line {file.Line}",
                    $"the flow of '{file.Text(columns.Product)}' between '{file.Text(columns.Seller)}' and "
                        + $"'{(columns.Buyer < 0 ? "WLD" : file.Text(columns.Buyer))}' is listed twice. "
                        + "Remove one, or add the two where they are parts of one flow."
                );
            }

            if (Rows++ == 0)
            {
                _first = (split, value, tonnes);
            }
            else
            {
                (_more ??= []).Add((split, value, tonnes));
            }
        }

        /// <summary>The total where it is there, otherwise the sum of the parts that are split least.</summary>
        public (double Value, double? Tonnes) Whole(ref long parts, ref long added)
        {
            if (_more is null)
            {
                return (_first.Value, _first.Tonnes);
            }

            int split = All().MinBy(r => int.PopCount(r.Split)).Split;
            (double value, double? tonnes) = (0, 0);
            int taken = 0;
            foreach ((int _, double amount, double? weight) in All().Where(r => r.Split == split))
            {
                (value, tonnes) = (value + amount, tonnes + weight);
                taken++;
            }

            parts += Rows - taken;
            added += taken > 1 ? taken : 0;
            return (value, tonnes);
        }

        private IEnumerable<(int Split, double Value, double? Tonnes)> All() => (_more ?? []).Prepend(_first);
    }
}
