using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Nbs;

/// <summary>The rows of an NBS file as they stand there, with the line each came from.</summary>
internal sealed class NbsRows
{
    private const double SubtotalTolerance = 1e-6;

    private static readonly (string Code, ValueAddedKind Kind)[] PrimaryInputs =
    [
        ("VA001", ValueAddedKind.Labour),
        ("VA002", ValueAddedKind.Taxes),
        ("VA003", ValueAddedKind.Depreciation),
        ("VA004", ValueAddedKind.Surplus),
    ];

    private static readonly string[] Totals = ["TII", "TVA", "TI"];

    public List<Industry> Industries { get; } = [];

    public List<double[]> Domestic { get; } = [];

    public List<int> Lines { get; } = [];

    public List<double[]> Imported { get; } = [];

    public Dictionary<string, double[]> Below { get; } = new(StringComparer.Ordinal);

    public List<ValueAddedCategory> ValueAdded { get; } = [];

    public static NbsRows Read(CsvFile file, NbsLayout layout)
    {
        var rows = new NbsRows();
        int code = file.Column("Code");
        int name = file.Column("Description");
        int local = file.Find("DescriptionInChinese");
        while (file.Read())
        {
            string id = file.Text(code);
            ValueAddedKind? kind = KindOf(id);
            if (kind is null && !Totals.Contains(id, StringComparer.Ordinal))
            {
                rows.AddProduct(file, layout, new Industry(id, file.Text(name), local >= 0 ? file.Text(local) : string.Empty));
                continue;
            }

            if (!rows.Below.TryAdd(id, Numbers(file, layout.FirstSector, layout.Count)))
            {
                throw file.Fault(code, $"row '{id}' occurs twice. Remove one.");
            }

            if (kind is not null)
            {
                rows.ValueAdded.Add(new ValueAddedCategory(id, file.Text(name), kind.Value));
            }
        }

        rows.CheckComplete(file.Path, file, layout);
        return rows;
    }

    private static ValueAddedKind? KindOf(string id)
    {
        foreach ((string code, ValueAddedKind kind) in PrimaryInputs)
        {
            if (string.Equals(code, id, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    private static double[] Numbers(CsvFile file, int first, int count)
    {
        var numbers = new double[count];
        for (int c = 0; c < count; c++)
        {
            numbers[c] = file.Number(first + c);
        }

        return numbers;
    }

    private void AddProduct(CsvFile file, NbsLayout layout, Industry industry)
    {
        bool imported = layout.Origin >= 0 && string.Equals(file.Text(layout.Origin), "Imports", StringComparison.Ordinal);
        if (!imported && Industries.Exists(i => string.Equals(i.Code, industry.Code, StringComparison.Ordinal)))
        {
            throw file.Fault(file.Column("Code"), $"sector '{industry.Code}' occurs twice. Remove one, or give it a code of its own.");
        }

        if ((imported ? Imported : Domestic).Count == layout.Count)
        {
            throw file.Fault(
                file.Column("Code"),
                $"row '{industry.Code}' is neither one of the {layout.Count} sectors of the columns nor a row of primary inputs (VA001 "
                    + $"to VA004) "
                    + "or totals (TII, TVA, TI). Correct its code, or add its column."
            );
        }

        double[] row = Numbers(file, layout.FirstSector, file.Header.Count - layout.FirstSector);
        CheckSubtotals(file, layout, row);
        if (imported)
        {
            Imported.Add(row);
            return;
        }

        Industries.Add(industry);
        Domestic.Add(row);
        Lines.Add(file.Line);
    }

    private static void CheckSubtotals(CsvFile file, NbsLayout layout, double[] row)
    {
        foreach ((int column, IReadOnlyList<int> parts) in layout.Subtotals)
        {
            double sum = 0;
            double size = 0;
            foreach (int part in parts)
            {
                sum += row[part - layout.FirstSector];
                size += Math.Abs(row[part - layout.FirstSector]);
            }

            double total = row[column - layout.FirstSector];
            double gap = Math.Abs(sum - total);
            if (gap > SubtotalTolerance * Math.Max(size, Math.Abs(total)))
            {
                throw file.Fault(
                    column,
                    $"the subtotal is {total:G10} but its parts sum to {sum:G10} (gap {gap:G3}). Correct the cell that differs from "
                        + $"the published table."
                );
            }
        }
    }

    private void CheckComplete(string path, CsvFile file, NbsLayout layout)
    {
        if (Industries.Count != layout.Count)
        {
            throw new TableException(
                path,
                $"has {layout.Count} columns of sectors but {Industries.Count} rows of them. "
                    + "Rows and columns must be the same sectors in the same order."
            );
        }

        for (int i = 0; i < Industries.Count; i++)
        {
            string header = file.Header[layout.FirstSector + i];
            if (!string.Equals(header, Industries[i].Code, StringComparison.Ordinal))
            {
                throw new TableException(
                    $"{path}, line {Lines[i]}",
                    $"row {i + 1} is sector '{Industries[i].Code}' where column {i + 1} is '{header}'. "
                        + "Rows and columns must be the same sectors in the same order."
                );
            }
        }

        if (layout.Origin >= 0 && Imported.Count != Industries.Count)
        {
            throw new TableException(path, $"has {Industries.Count} rows of domestic products but {Imported.Count} of imported ones.");
        }

        foreach ((string code, _) in PrimaryInputs)
        {
            if (!Below.ContainsKey(code))
            {
                throw new TableException(
                    path,
                    $"the row '{code}' of primary inputs is missing. A table needs VA001 to VA004 below its sectors."
                );
            }
        }
    }
}
