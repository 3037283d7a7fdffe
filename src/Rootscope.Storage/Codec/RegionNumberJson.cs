using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rootscope.Storage.Codec;

/// <summary>The number of a region as a JSON number.</summary>
internal sealed class RegionNumberJson : JsonConverter<RegionNumber>
{
    public override RegionNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, RegionNumber value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
