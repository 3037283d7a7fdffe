using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Api;

/// <summary>The parameters of one request, checked against those that its resource takes.</summary>
internal sealed class ResourceQuery
{
    private readonly Dictionary<string, string> _values;

    private ResourceQuery(Dictionary<string, string> values) => _values = values;

    /// <summary>Every parameter with the value that held, defaults included, in the order of the resource.</summary>
    public IEnumerable<KeyValuePair<string, string>> Used => _values;

    /// <summary>The same choices as pages know them.</summary>
    public PageState State =>
        PageState.Read(
            new QueryCollection(
                _values.ToDictionary(v => v.Key, v => new Microsoft.Extensions.Primitives.StringValues(v.Value), StringComparer.Ordinal)
            )
        );

    /// <summary>Checks what was given.</summary>
    /// <exception cref="ParameterException">A parameter is not known, missing or not as it must be; every fault is told at
    /// once.</exception>
    public static ResourceQuery Of(Resource resource, IEnumerable<KeyValuePair<string, string>> given)
    {
        var faults = new List<ParameterFault>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in given)
        {
            if (!resource.Parameters.Any(p => p.Name == name))
            {
                faults.Add(QueryFault.OfName(name, [.. resource.Parameters.Select(p => p.Field)]).ForPrograms);
            }
            else if (!names.TryAdd(name, value))
            {
                faults.Add(new ParameterFault(name, $"The parameter '{name}' is given more than once.", "Give it once."));
            }
        }

        foreach (ResourceParameter parameter in resource.Parameters)
        {
            string? value = names.GetValueOrDefault(parameter.Name) is { Length: > 0 } text ? text : parameter.Default;
            if (value is null)
            {
                if (parameter.IsRequired)
                {
                    faults.Add(
                        new ParameterFault(
                            parameter.Name,
                            $"The parameter '{parameter.Name}' is missing.",
                            $"Add it, such as {parameter.Name}={parameter.Example}."
                        )
                    );
                }
            }
            else if (parameter.Field.FaultOf(value) is { } fault)
            {
                faults.Add(fault.ForPrograms);
            }
            else
            {
                values.Add(parameter.Name, value);
            }
        }

        return faults.Count == 0 ? new ResourceQuery(values) : throw new ParameterException(faults);
    }

    /// <summary>The value of a parameter; null where none holds.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>The value of a parameter that has one.</summary>
    public string Text(string name) => _values[name];

    /// <summary>The value of a count.</summary>
    public int Count(string name) => int.Parse(_values[name], CultureInfo.InvariantCulture);

    /// <summary>The table's rows up to a count; 0 stands for all.</summary>
    public IEnumerable<TRow> Top<TRow>(IEnumerable<TRow> rows) => Count("top") is > 0 and int top ? rows.Take(top) : rows;

    /// <summary>Asks for a region where a table has several.</summary>
    /// <exception cref="ParameterException">The table has several regions and none is named.</exception>
    public void RequireRegion(FlowTable table)
    {
        if (table.Sectors.Regions.Count > 1 && Find("region") is null)
        {
            string some = string.Join(", ", table.Sectors.Regions.Take(5).Select(r => r.Code));
            throw new ParameterException([
                new ParameterFault(
                    "region",
                    $"The table {table.Metadata.Id} has {table.Sectors.Regions.Count} regions, and none is named.",
                    $"Add region=CODE, such as {some}; /api/v1/tables/{table.Metadata.Id}/regions lists them."
                ),
            ]);
        }
    }
}
