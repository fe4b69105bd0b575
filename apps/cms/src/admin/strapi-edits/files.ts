import { ADMIN, UPLOAD, type Edit } from './edit.ts'
import { OPENED } from './our-modules.ts'

/** Taking a photo or file, and choosing one that is there. */
export const files: readonly Edit[] = [
  // For which entry it is: its photos are of its own wijk, whichever somebody works in now (src/walls).
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'const STORAGE_KEYS = {',
    replace: `import { openedHeader } from '${OPENED}';
const STORAGE_KEYS = {`,
  },
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'Authorization: `Bearer ${token}`\n        });',
    replace:
      'Authorization: `Bearer ${token}`,\n            ...openedHeader(window.location.pathname)\n        });',
  },
  // Folders are made among the files; here the button pushed the one that takes a new photo off a phone.
  {
    module: `${UPLOAD}/components/AssetDialog/AssetDialog.mjs`,
    find: `/*#__PURE__*/ jsx(Button, {
                                        variant: "secondary",
                                        onClick: ()=>onAddFolder(`,
    replace: `false && jsx(Button, {
                                        variant: "secondary",
                                        onClick: ()=>onAddFolder(`,
  },
  // What its field cannot show is not offered.
  {
    module: `${UPLOAD}/components/AssetDialog/BrowseStep/BrowseStep.mjs`,
    find: `isSelectable: isSelectable(singularTypes, asset?.mime),
            type: 'asset'
        }))`,
    replace: `isSelectable: isSelectable(singularTypes, asset?.mime),
            type: 'asset'
        })).filter(({ isSelectable }) => isSelectable)`,
  },
  // A new photo. The button for it could not be reached by Tab, it offered every file there is, and the photo had to be
  // confirmed twice; a tab beside it took an address, which is refused to editors.
  {
    module: `${UPLOAD}/components/MediaLibraryInput/MediaLibraryInput.mjs`,
    find: 'validateAssetsTypes: validateAssetsTypes',
    replace: 'validateAssetsTypes: validateAssetsTypes, allowedTypes: allowedTypes',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/UploadAssetDialog.mjs`,
    find: 'validateAssetsTypes = (_, cb)=>cb() })',
    replace: 'validateAssetsTypes = (_, cb)=>cb(), allowedTypes })',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/UploadAssetDialog.mjs`,
    find: `validateAssetsTypes(nextAssets, ()=>{
            setAssets((prevAssets)=>prevAssets.concat(nextAssets));`,
    replace: `validateAssetsTypes(nextAssets, (fitting = nextAssets)=>{
            if (fitting.length === 0) return;
            setAssets((prevAssets)=>prevAssets.concat(fitting));`,
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/UploadAssetDialog.mjs`,
    find: 'onAddAsset: (assets)=>handleAddToPendingAssets(assets),',
    replace: 'onAddAsset: (assets)=>handleAddToPendingAssets(assets), allowedTypes: allowedTypes,',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/AddAssetStep.mjs`,
    find: 'const AddAssetStep = ({ ',
    replace: 'const AddAssetStep = ({ allowedTypes, ',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/AddAssetStep.mjs`,
    find: 'onAddAssets: onAddAsset,',
    replace: 'onAddAssets: onAddAsset, allowedTypes: allowedTypes,',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/AddAssetStep.mjs`,
    find: `/*#__PURE__*/ jsxs(Box, {
                        paddingLeft: 8,
                        paddingRight: 8,
                        paddingTop: 6,`,
    replace: `false && jsxs(Box, {
                        paddingLeft: 8,
                        paddingRight: 8,
                        paddingTop: 6,`,
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs`,
    find: 'const FromComputerForm = ({ ',
    replace: 'const FromComputerForm = ({ allowedTypes, ',
  },
  // A phone that keeps photos as HEIC gives a jpg to who asks for that.
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs`,
    find: 'tabIndex: -1,',
    replace: `accept: (allowedTypes ?? ['images', 'files']).map((kind) => ({
                                            images: 'image/jpeg,image/png,image/webp,image/avif',
                                            files: 'application/pdf'
                                        })[kind]).filter(Boolean).join(),`,
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs`,
    find: 'border-style: dashed;',
    replace: `border-style: dashed;
  text-align: center;
  &:focus-within { outline: 2px solid \${({ theme }) => theme.colors.primary600}; outline-offset: 2px; }`,
  },
  // Uploads what was chosen, and puts the one photo in its field.
  {
    module: `${UPLOAD}/components/UploadAssetDialog/PendingAssetStep/PendingAssetStep.mjs`,
    find: 'React.useState(Status.Idle)',
    replace: 'React.useState(Status.Uploading)',
  },
  {
    module: `${UPLOAD}/components/MediaLibraryInput/MediaLibraryInput.mjs`,
    find: 'const handleFilesUploadSucceeded = (uploadedFiles)=>{',
    replace: `const handleFilesUploadSucceeded = (uploadedFiles)=>{
        const [only] = multiple ? [] : getAllowedFiles(allowedTypes, uploadedFiles);
        if (only) {
            onChange(name, only);
            setStep(undefined);
            return;
        }`,
  },
  {
    module: `${UPLOAD}/components/MediaLibraryInput/MediaLibraryInput.mjs`,
    find: `open: step === STEPS.AssetUpload,
                onClose: ()=>setStep(STEPS.AssetSelect),`,
    replace: `open: step === STEPS.AssetUpload,
                onClose: ()=>setStep((now)=>now === undefined ? now : STEPS.AssetSelect),`,
  },
]
