using Rootscope.Storage.Formats.Files;
using Rootscope.Tables.Capital;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.Capital;

/// <summary>What stands for a code that no class belongs to.</summary>
/// <param name="Classes">The classes that lend it their pattern.</param>
/// <param name="Buyers">Who uses it; empty for the users of the classes.</param>
internal sealed record CapitalLoan(IReadOnlyList<string> Classes, IReadOnlyList<PartBuyer> Buyers);

/// <summary>Brings the embedded capital evidence to the codes of a table.</summary>
internal sealed class CapitalCarrier
{
    private readonly CapitalSheet _sheet;
    private readonly string[] _codes;
    private readonly int[] _targetOf;

    /// <summary>The classes whose use of capital goods stands for that of each code.</summary>
    private readonly int[][] _columnOf;
    private readonly double[][] _rows;
    private readonly double?[] _rates;

    /// <param name="sheet">The evidence.</param>
    /// <param name="classification">That of the table.</param>
    /// <param name="targets">The table's code of every class; codes that the table lacks are passed over.</param>
    /// <param name="codes">The table's codes.</param>
    /// <param name="loans">Codes that classes lend their pattern, with them.</param>
    public CapitalCarrier(
        CapitalSheet sheet,
        string classification,
        IReadOnlyDictionary<string, string> targets,
        string[] codes,
        IReadOnlyDictionary<string, CapitalLoan> loans
    )
    {
        _sheet = sheet;
        _codes = codes;
        var number = codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        _targetOf = [.. sheet.Codes.Select(c => number.GetValueOrDefault(targets[c], -1))];
        var numberOf = sheet.Codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => _targetOf[p.i], StringComparer.Ordinal);
        var goodsOf = sheet.Goods.Where(g => numberOf[g.Code] >= 0).ToLookup(g => numberOf[g.Code]);
        Dictionary<int, string[]> standIns = StandIns("product", classification, number);
        _columnOf = Columns(classification, number, loans);
        _rows = new double[codes.Length][];
        _rates = new double?[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            CapitalLoan? loan = loans.GetValueOrDefault(codes[i]);
            CapitalGood[] goods =
                loan is null && goodsOf.Contains(i)
                    ? [.. goodsOf[i]]
                    : [.. sheet.Goods.Where(g => (loan?.Classes ?? standIns.GetValueOrDefault(i, [])).Contains(g.Code))];
            _rows[i] = loan is { Buyers.Count: > 0 } ? Row(goods, loan.Buyers) : Row(goods);
            double weight = goods.Where(g => g.Rate is not null).Sum(g => g.Users.Sum());
            _rates[i] = weight > 0 ? goods.Where(g => g.Rate is not null).Sum(g => g.Rate!.Value * g.Users.Sum()) / weight : null;
        }
    }

    public IEnumerable<CapitalFlow> Flows() =>
        from i in Enumerable.Range(0, _codes.Length)
        from j in Enumerable.Range(0, _codes.Length)
        where _rows[i][j] > 0
        select new CapitalFlow(_codes[i], _codes[j], _rows[i][j]);

    public IReadOnlyDictionary<string, double> Outputs() =>
        _codes.Select((c, j) => (c, _columnOf[j].Sum(k => _sheet.Outputs[k]))).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);

    /// <summary>Rates by code; a product that no kind of asset stands for takes that of all equipment.</summary>
    public IReadOnlyDictionary<string, double> Rates() =>
        _codes.Select((c, i) => (c, _rates[i] ?? _sheet.UsualRate)).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);

    private static Dictionary<int, string[]> StandIns(string role, string classification, Dictionary<string, int> number)
    {
        using CsvFile csv = CapitalData.Open("stand-ins");
        var found = new Dictionary<int, string[]>();
        while (csv.Read())
        {
            if (csv.Text(0) == classification && csv.Text(1) == role && number.TryGetValue(csv.Text(2), out int code))
            {
                found[code] = csv.Text(3).Split(' ');
            }
        }

        return found;
    }

    private int[][] Columns(string classification, Dictionary<string, int> number, IReadOnlyDictionary<string, CapitalLoan> loans)
    {
        ILookup<int, int> classesOf = Enumerable.Range(0, _targetOf.Length).ToLookup(c => _targetOf[c]);
        Dictionary<int, string[]> standIns = StandIns("user", classification, number);
        return
        [
            .. _codes.Select(
                (code, j) =>
                    loans.TryGetValue(code, out CapitalLoan? loan) ? [.. loan.Classes.Select(_sheet.NumberOf)]
                    : classesOf.Contains(j) ? classesOf[j].ToArray()
                    : [.. standIns.GetValueOrDefault(j, []).Select(r => _sheet.NumberOf(r))]
            ),
        ];
    }

    private double[] Row(IReadOnlyList<CapitalGood> goods) =>
        [.. _columnOf.Select(classes => goods.Sum(g => classes.Sum(c => g.Users[c])))];

    /// <summary>The goods go to named buyers, and inside each as they do anyway, or by output where none of them has any.</summary>
    private double[] Row(IReadOnlyList<CapitalGood> goods, IReadOnlyList<PartBuyer> buyers)
    {
        double total = goods.Sum(g => g.Users.Sum()) / buyers.Sum(b => b.Weight);
        var users = new double[_sheet.Codes.Count];
        foreach (PartBuyer buyer in buyers)
        {
            int[] members = [.. Enumerable.Range(0, users.Length).Where(c => buyer.Is(_sheet.Codes[c]))];
            double used = goods.Sum(g => members.Sum(c => g.Users[c]));
            double made = members.Sum(c => _sheet.Outputs[c]);
            foreach (int c in members)
            {
                users[c] += total * buyer.Weight * (used > 0 ? goods.Sum(g => g.Users[c]) / used : _sheet.Outputs[c] / made);
            }
        }

        return [.. _columnOf.Select(classes => classes.Sum(c => users[c]))];
    }
}
