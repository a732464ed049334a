extension PictureShape {
    /// Walks the chunks of a PNG (W3C PNG, third edition, 5).
    mutating func readPNG(_ rest: inout PictureBytes) throws(PictureError) {
        _ = try rest.take(8)
        var (isFirst, hasPixels) = (true, false)
        while true {
            let length = try rest.big(4)
            let name = try rest.name()
            let chunk = try rest.take(length)
            // The checksums are the browser's to check.
            _ = try rest.take(4)
            guard isFirst == (name == "IHDR") else { throw .malformed(.png) }
            isFirst = false
            switch name {
            case "IHDR":
                guard length == 13 else { throw .malformed(.png) }
                var header = PictureBytes(chunk, .png)
                width = try header.big(4)
                height = try header.big(4)
                guard max(width, height) <= Int(Int32.max) else { throw .malformed(.png) }
            case "IDAT": hasPixels = true
            case "fdAT", "PLTE", "iCCP": break
            case "eXIf": _ = try place.readEXIF(chunk, .png)
            case "tEXt", "zTXt", "iTXt": try readText(chunk, name)
            case "IEND":
                guard length == 0, hasPixels else { throw .malformed(.png) }
                return
            default: place.search(chunk)
            }
        }
    }

    /// Searches a text, unless it is packed or in digits: then nobody can see what it says.
    private mutating func readText(
        _ chunk: ArraySlice<UInt8>,
        _ name: String
    ) throws(PictureError) {
        let keyword = chunk.prefix { $0 != 0 }
        let isMarked = name == "iTXt" && chunk.dropFirst(keyword.count + 1).first != 0
        let isProfile = keyword.starts(with: "Raw profile type ".utf8)
        if name == "zTXt" || isMarked || isProfile {
            // A colour profile, as one program writes it, tells no place.
            guard keyword.elementsEqual("Raw profile type icc".utf8) else { throw .hidden(.png) }
        }
        place.search(chunk)
    }
}
