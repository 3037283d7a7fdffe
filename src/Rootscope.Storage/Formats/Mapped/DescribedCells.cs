using System.Collections;
using System.Globalization;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Mapped;

/// <summary>The figures of a mapped file, cell by cell, and the table that they make.</summary>
internal sealed class DescribedCells
{
    private readonly TableMapping _mapping;
    private readonly MappedLabels _labels;
    private readonly int _n;
    private readonly int _k;
    private readonly double[] _flows;
    private readonly double[] _final;
    private readonly double[] _value;
    private readonly double[]? _output;
    private readonly double[]? _imports;
    private readonly double[]? _importedFlows;
    private readonly double[]? _importedFinal;
    private readonly Dictionary<double[], BitArray> _given = [];
    private double _leftOut;

    /// <param name="mapping">The mapping.</param>
    /// <param name="labels">The labels, closed.</param>
    /// <param name="hasOrigin">Whether imported parts of uses are told.</param>
    public DescribedCells(TableMapping mapping, MappedLabels labels, bool hasOrigin)
    {
        _mapping = mapping;
        _labels = labels;
        _n = labels.Sectors.Count;
        _k = labels.FinalDemand.Count;
        if ((long)_n * _n > Array.MaxLength || (long)_n * _k > Array.MaxLength)
        {
            throw new TableException(
                mapping.Place,
                $"{_n} sectors make more cells than one table can hold. Check which columns hold labels."
            );
        }

        _flows = new double[_n * _n];
        _final = new double[_n * _k];
        _value = new double[mapping.ValueAdded.Count * _n];
        _output = mapping.Output is null ? null : new double[_n];
        _imports = mapping.Imports is null && mapping.ImportsRow is null ? null : new double[_n];
        _importedFlows = hasOrigin ? new double[_n * _n] : null;
        _importedFinal = hasOrigin ? new double[_n * _k] : null;
    }

    /// <summary>Puts a figure where it belongs; false where that cell was given before.</summary>
    public bool Put(CellPlace row, CellPlace column, double figure, bool imported)
    {
        (double[]? target, int at) = (row.Axis, column.Axis) switch
        {
            (CellAxis.Sector, CellAxis.Sector) => (imported ? _importedFlows : _flows, (row.Number * _n) + column.Number),
            (CellAxis.Sector, CellAxis.FinalDemand) => (imported ? _importedFinal : _final, (row.Number * _k) + column.Number),
            (CellAxis.Sector, CellAxis.Output) => (_output, row.Number),
            (CellAxis.Sector, CellAxis.Imports) => (_imports, row.Number),
            (CellAxis.ValueAdded, CellAxis.Sector) => (_value, (row.Number * _n) + column.Number),
            _ => (null, 0),
        };
        if (target is null)
        {
            _leftOut += row.Axis == CellAxis.ValueAdded && column.Axis == CellAxis.FinalDemand ? Math.Abs(figure) : 0;
            return true;
        }

        if (!_given.TryGetValue(target, out BitArray? given))
        {
            _given.Add(target, given = new BitArray(target.Length));
        }

        bool first = !given[at];
        given[at] = true;
        target[at] = target == _imports ? _mapping.ImportsSign * figure : figure;
        return first;
    }

    /// <summary>The table, with its identities checked.</summary>
    /// <param name="path">The data file, for messages.</param>
    /// <param name="id">The name of the table.</param>
    /// <param name="year">Its year.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="lines">The line of each sector's row; null where a row has no line of its own.</param>
    public FlowTable ToTable(string path, string id, int year, double tolerance, int[]? lines)
    {
        List<string> derivations = [.. _mapping.About.Derivations];
        if (_leftOut > 0)
        {
            derivations.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Primary inputs of final users ({_leftOut:G6} {_mapping.About.Unit}, signs left aside) are left out."
                )
            );
        }

        if (_mapping.ImportsRow is { } row && _labels.Sectors.TryFindIndustry(row, out IndustryNumber imported))
        {
            double sum = 0;
            foreach (double use in _flows.AsSpan(imported * _n, _n))
            {
                sum += use;
            }

            foreach (double use in _final.AsSpan(imported * _k, _k))
            {
                sum += use;
            }

            _imports![imported] = sum;
            if (_output is not null)
            {
                _output[imported] = 0;
            }

            derivations.Add(
                $"Imports stand in the row '{row}': they are a product of their own that nothing at home makes, as the source does not say "
                    + "which products they are."
            );
        }

        bool ownValue = _mapping.ValueAdded.Count > 0;
        if (!ownValue)
        {
            derivations.Add("Value added is output less inputs, in one row: the mapping names no rows of primary inputs.");
        }

        var parts = new FlowTableParts
        {
            Metadata = _mapping.About with { Id = id, Year = year, Derivations = derivations },
            Sectors = _labels.Sectors,
            FinalDemandCategories = _labels.FinalDemand,
            ValueAddedCategories = _mapping.ValueAdded,
            Flows = _flows,
            FinalDemand = _final,
            ValueAdded = _value,
            Output = _output,
            Imports = _imports,
            ImportedFlows = _importedFlows,
            ImportedFinalDemand = _importedFinal,
        };
        SourceBalance.Require(parts, path, tolerance, lines);
        var table = new FlowTable(parts);
        return ownValue ? table : SourceBalance.WithDerivedValueAdded(table);
    }
}
