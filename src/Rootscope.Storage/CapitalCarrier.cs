using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>Brings the embedded capital evidence to the codes of a table.</summary>
internal sealed class CapitalCarrier
{
    private readonly CapitalSheet _sheet;
    private readonly string[] _codes;
    private readonly int[] _targetOf;
    private readonly double[][] _rows;
    private readonly double?[] _rates;

    /// <param name="sheet">The evidence.</param>
    /// <param name="classification">That of the table.</param>
    /// <param name="targets">The table's code of every class; codes that the table lacks are passed over.</param>
    /// <param name="codes">The table's codes.</param>
    public CapitalCarrier(CapitalSheet sheet, string classification, IReadOnlyDictionary<string, string> targets, string[] codes)
    {
        _sheet = sheet;
        _codes = codes;
        var number = codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        _targetOf = [.. sheet.Codes.Select(c => number.GetValueOrDefault(targets[c], -1))];
        var numberOf = sheet.Codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => _targetOf[p.i], StringComparer.Ordinal);
        var goodsOf = sheet.Goods.Where(g => numberOf[g.Code] >= 0).ToLookup(g => numberOf[g.Code]);
        Dictionary<int, CapitalGood[]> standIns = StandIns(sheet, classification, number);
        _rows = new double[codes.Length][];
        _rates = new double?[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            CapitalGood[] goods = goodsOf.Contains(i) ? [.. goodsOf[i]] : standIns.GetValueOrDefault(i, []);
            _rows[i] = Row(goods);
            double weight = goods.Where(g => g.Rate is not null).Sum(g => g.Users.Sum());
            _rates[i] = weight > 0 ? goods.Where(g => g.Rate is not null).Sum(g => g.Rate!.Value * g.Users.Sum()) / weight : null;
        }
    }

    public IEnumerable<CapitalFlow> Flows() =>
        from i in Enumerable.Range(0, _codes.Length)
        from j in Enumerable.Range(0, _codes.Length)
        where _rows[i][j] > 0
        select new CapitalFlow(_codes[i], _codes[j], _rows[i][j]);

    public IReadOnlyDictionary<string, double> Outputs()
    {
        var outputs = new double[_codes.Length];
        for (int c = 0; c < _targetOf.Length; c++)
        {
            if (_targetOf[c] >= 0)
            {
                outputs[_targetOf[c]] += _sheet.Outputs[c];
            }
        }

        return _codes.Select((c, i) => (c, outputs[i])).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);
    }

    /// <summary>Rates by code; a product that no kind of asset stands for takes that of all equipment.</summary>
    public IReadOnlyDictionary<string, double> Rates() =>
        _codes.Select((c, i) => (c, _rates[i] ?? _sheet.UsualRate)).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);

    private static Dictionary<int, CapitalGood[]> StandIns(CapitalSheet sheet, string classification, Dictionary<string, int> number)
    {
        using CsvFile csv = CapitalData.Open("stand-ins");
        var found = new Dictionary<int, CapitalGood[]>();
        while (csv.Read())
        {
            if (csv.Text(0) == classification && number.TryGetValue(csv.Text(1), out int product))
            {
                string[] references = csv.Text(2).Split(' ');
                found[product] = [.. sheet.Goods.Where(g => references.Contains(g.Code, StringComparer.Ordinal))];
            }
        }

        return found;
    }

    private double[] Row(IReadOnlyList<CapitalGood> goods)
    {
        var row = new double[_codes.Length];
        foreach (CapitalGood good in goods)
        {
            for (int c = 0; c < _targetOf.Length; c++)
            {
                if (_targetOf[c] >= 0)
                {
                    row[_targetOf[c]] += good.Users[c];
                }
            }
        }

        return row;
    }
}
